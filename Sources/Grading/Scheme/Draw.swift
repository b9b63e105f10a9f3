import Coursework
import Digests

/// Draws the inputs of one question: the same bits on every machine, for everybody in the class.
///
/// Numbers are dyadic (n/8, |n| ≤ 16), so that products and partial sums are exact in `Double` and
/// every correct order of evaluation gives the same bits. None is 0 or ±1, where wrong formulas
/// hide. For an example that is to be read, a draw gives small whole numbers instead (see `Picks`).
package struct Draw: Sendable {
  private var random: RandomState
  /// Which small numbers are drawn; nil where they are not to be small.
  private(set) var picks: Picks?

  /// The inputs of one question: `variant` tells the questions of a check apart.
  package init(seed: Seed, check: String, variant: Int) {
    let digest = SHA256.hash(of: "gradecheck draw 1\n\(seed.text)\n\(check)\n\(variant)")
    random = RandomState(seed: digest.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// Small whole numbers by the given picks, which belong to nobody's marks: the seed is public.
  init(small picks: Picks) {
    self.init(seed: .public, check: "small", variant: picks.variant)
    self.picks = picks
  }

  /// An array of eighths between -2 and 2, without 0 and ±1.
  package mutating func eighths(_ shape: Int...) -> Tensor {
    numbers(shape) { draw in
      draw.picks?.wholeNumber(&draw.random)
        ?? Double(Self.numerators[draw.random.randint(from: 0, to: Self.numerators.count)]) / 8
    }
  }

  /// Odd multiples of half a step between -2 and 2: added to multiples of the step, they keep every
  /// total away from 0, where a ReLU has its kink.
  ///
  /// The step is a power of 2; sums of products of eighths are multiples of 1/64.
  package mutating func kinkGuards(_ shape: Int..., above step: Double = 1 / 64) -> Tensor {
    let steps = Int(2 / step)
    return numbers(shape) { draw in
      draw.picks?.wholeNumber(&draw.random)
        ?? Double(2 * draw.random.randint(from: -steps, to: steps) + 1) * step / 2
    }
  }

  /// Zeros and ones.
  package mutating func bits(_ shape: Int...) -> Tensor {
    numbers(shape) { Double($0.one(of: [0, 1])) }
  }

  /// One of the given values.
  package mutating func one<Choice>(of choices: [Choice]) -> Choice {
    choices[
      picks?.index(below: choices.count, &random) ?? random.randint(from: 0, to: choices.count)]
  }

  /// A generator for the student, in a state of its own.
  package mutating func generator() -> RandomState {
    RandomState(seed: random.nextWord())
  }

  private mutating func numbers(_ shape: [Int], _ next: (inout Draw) -> Double) -> Tensor {
    Tensor(shape: shape, scalars: (0..<shape.reduce(1, *)).map { _ in next(&self) })
  }

  private static let numerators = (-16...16).filter { $0 != 0 && abs($0) != 8 }
}
