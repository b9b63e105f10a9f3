import Tensors

/// A tensor whose entries also carry, as text, the step that made each of them.
///
/// ```swift
/// let x = Worked(constant: [[2, -1]])
/// x.matmul(Worked(constant: [[1], [3]])).derivation(at: [0, 0])   // "= 2·1 + (−1)·3 = −1"
/// ```
///
/// The values are those of `Tensor`, bit for bit. A formula written for any ``TensorAlgebra`` so
/// prints how it comes to one number. Steps between single numbers are put into one another while
/// the line stays short, such as `0.5 · (1 − 0.5)`; sums and matrix products show plain numbers.
package struct Worked: Sendable {
  /// The value of the expression.
  package let value: Tensor
  /// How each entry came about, row by row.
  let steps: [Step]

  /// Pairs a value with the step behind each entry, of which there are as many.
  init(value: Tensor, steps: [Step]) {
    self.value = value
    self.steps = steps
  }

  /// How one entry came about, from its first sign: "= 2·1 + (−1)·3 = −1", or "= 2" where given.
  ///
  /// Wherever a number is shown with fewer digits than it has, ≈ stands for =. Stops if there is no
  /// such entry.
  ///
  /// - Parameter index: The index along each axis, from 0; empty for a single number.
  /// - Returns: The last step with its numbers, then the value.
  package func derivation(at index: [Int]) -> String {
    guard index.count == shape.count, zip(index, shape).allSatisfy({ (0..<$1).contains($0) })
    else { stop("Worked: no entry \(index) in shape \(shape.shapeText)") }
    let offset = zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 }
    let (step, result) = (steps[offset], ShortNumber(value.scalars[offset]))
    let end = (step.isRounded || !result.isExact ? "≈ " : "= ") + result.text
    return step.isGiven ? end : (step.isRounded ? "≈ " : "= ") + step.text + " " + end
  }
}

// MARK: - Steps

extension Worked {
  /// The text of one step, and what it takes to put it into another one.
  struct Step: Sendable {
    /// How tightly the text holds together: what is looser than its surroundings needs brackets.
    enum Binding: Int, Sendable { case sum, product, whole }

    /// How many steps may stand within a step.
    private static let deepest = 2
    /// Most characters of a step that stands within another.
    private static let longest = 32

    let text: String
    let binding: Binding
    /// How many steps stand within one another; 0 for a number that was given.
    let depth: Int
    /// Whether a number in the text has more digits than are shown.
    let isRounded: Bool

    init(_ text: String, _ binding: Binding, depth: Int, isRounded: Bool) {
      self.text = text
      self.binding = binding
      self.depth = depth
      self.isRounded = isRounded
    }

    /// A plain number.
    init(_ value: Double) {
      let number = ShortNumber(value)
      self.init(number.text, value < 0 ? .sum : .whole, depth: 0, isRounded: !number.isExact)
    }

    var isGiven: Bool { depth == 0 }

    /// The step as it stands within another, or the plain number where it is too much for that.
    func within(_ value: Double) -> Step {
      depth <= Self.deepest && text.count <= Self.longest ? self : Step(value)
    }

    /// The text, in brackets where it is looser than that.
    func text(atLeast binding: Binding) -> String {
      self.binding.rawValue < binding.rawValue ? "(\(text))" : text
    }
  }
}
