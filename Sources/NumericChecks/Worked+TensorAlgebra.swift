import Tensors

extension Worked: TensorAlgebra {
  /// Numbers that are given: there is no step behind them.
  package init(constant: Tensor) {
    self.init(value: constant, steps: constant.scalars.map { Step($0) })
  }

  /// The length of each axis of the value.
  package var shape: [Int] { value.shape }

  // MARK: - Elements and elements

  /// "2 + (−1)".
  package static func + (a: Worked, b: Worked) -> Worked {
    combined(a, b, a.value + b.value, Sign(" + ", .sum, right: .product))
  }

  /// "2 − (−1)".
  package static func - (a: Worked, b: Worked) -> Worked {
    combined(a, b, a.value - b.value, Sign(" − ", .sum, right: .product))
  }

  /// "2 · (−1)".
  package static func * (a: Worked, b: Worked) -> Worked {
    combined(a, b, a.value * b.value, Sign(" · ", .product, right: .product))
  }

  /// "2 / (−1)".
  package static func / (a: Worked, b: Worked) -> Worked {
    combined(a, b, a.value / b.value, Sign(" / ", .product, right: .whole))
  }

  // MARK: - Elements and number

  /// The number is shown as an element is.
  package static func + (a: Worked, b: Double) -> Worked { a + Worked(constant: Tensor(b)) }
  /// The number is shown as an element is.
  package static func - (a: Worked, b: Double) -> Worked { a - Worked(constant: Tensor(b)) }
  /// The number is shown as an element is.
  package static func * (a: Worked, b: Double) -> Worked { a * Worked(constant: Tensor(b)) }
  /// The number is shown as an element is.
  package static func + (a: Double, b: Worked) -> Worked { Worked(constant: Tensor(a)) + b }
  /// The number is shown as an element is.
  package static func - (a: Double, b: Worked) -> Worked { Worked(constant: Tensor(a)) - b }
  /// The number is shown as an element is.
  package static func * (a: Double, b: Worked) -> Worked { Worked(constant: Tensor(a)) * b }

  /// A given number changes its sign without a word; a step gets a minus in front.
  package static prefix func - (a: Worked) -> Worked {
    a.mapped(to: -a.value) { step, result in
      guard !step.isGiven else { return Step(result) }
      let text = "−" + step.text(atLeast: .product)
      return Step(text, .sum, depth: step.depth + 1, isRounded: step.isRounded)
    }
  }

  // MARK: - Functions of each element

  /// "exp(−2)".
  package func exp() -> Worked { called("exp", to: value.exp()) }
  /// "log(2)".
  package func log() -> Worked { called("log", to: value.log()) }
  /// "tanh(2)".
  package func tanh() -> Worked { called("tanh", to: value.tanh()) }
  /// "sqrt(2)".
  package func sqrt() -> Worked { called("sqrt", to: value.sqrt()) }
  /// "max(0, −1)".
  package func rectified() -> Worked {
    mapped(to: value.rectified()) { step, _ in
      Step("max(0, \(step.text))", .whole, depth: step.depth + 1, isRounded: step.isRounded)
    }
  }

  // MARK: - Shapes

  /// Every entry takes its step along.
  package func transposed() -> Worked {
    let origins = Self.offsets(shape).transposed().scalars
    return Worked(value: value.transposed(), steps: origins.map { steps[Int($0)] })
  }

  /// Every entry takes its step along.
  package func reshaped(to shape: [Int]) -> Worked {
    Worked(value: value.reshaped(to: shape), steps: steps)
  }
}

// MARK: - One entry after the other

/// An operation between two numbers, and how tightly each side must hold together.
private struct Sign {
  let text: String
  let binding: Worked.Step.Binding
  let right: Worked.Step.Binding

  init(_ text: String, _ binding: Worked.Step.Binding, right: Worked.Step.Binding) {
    self.text = text
    self.binding = binding
    self.right = right
  }
}

extension Worked {
  /// The offsets 0, 1, 2 and so on in place of the entries, to see where each of them ends up.
  private static func offsets(_ shape: [Int]) -> Tensor {
    Tensor(shape: shape, scalars: (0..<shape.reduce(1, *)).map(Double.init))
  }

  private static func combined(
    _ a: Worked, _ b: Worked, _ value: Tensor, _ sign: Sign
  ) -> Worked {
    // Adding zeros of the other's shape broadcasts the offsets as the operation does its numbers.
    let left = (offsets(a.shape) + .zeros(shape: b.shape)).scalars.map { a.operand(Int($0)) }
    let right = (offsets(b.shape) + .zeros(shape: a.shape)).scalars.map { b.operand(Int($0)) }
    let steps = zip(left, right).map { left, right in
      Step(
        left.text(atLeast: sign.binding) + sign.text + right.text(atLeast: sign.right),
        sign.binding, depth: Swift.max(left.depth, right.depth) + 1,
        isRounded: left.isRounded || right.isRounded)
    }
    return Worked(value: value, steps: steps)
  }

  /// The step behind an entry, as it stands within another.
  private func operand(_ offset: Int) -> Step { steps[offset].within(value.scalars[offset]) }

  private func mapped(to result: Tensor, _ next: (Step, Double) -> Step) -> Worked {
    Worked(
      value: result,
      steps: steps.indices.map { next(operand($0), result.scalars[$0]) })
  }

  /// A function of plain numbers: what is within it would hide it from what it stands in.
  private func called(_ name: String, to result: Tensor) -> Worked {
    let steps = value.scalars.map { argument in
      let number = Step(argument)
      return Step("\(name)(\(number.text))", .whole, depth: 1, isRounded: number.isRounded)
    }
    return Worked(value: result, steps: steps)
  }
}
