import Assignments
import Coursework
import Grading

/// The values of one question.
private struct ScaleCall {
  let x: Tensor
  let factor: Double
  let shift: Double

  init(_ question: Question) throws {
    x = try question.tensor("x")
    factor = try question.number("factor")
    shift = try question.number("shift")
  }
}

extension NewAssignmentReference {
  private static let scale = WrongVariants(
    question: "scaleAndShift", reference: { try NewAssignmentReference().answer($0) }
  ) { try ScaleCall($0) }
  private static let line = "the line that computes y"

  /// Mistakes in `scaleAndShift`, at least six.
  static let misconceptions: [Misconception] = [
    scale.mistake(
      "NA1", "the shift is missing: your y is factor·x",
      why: "the shift is added to every entry", where: line
    ) { ["y": $0.x * $0.factor] },
    scale.mistake(
      "NA2", "the factor is missing: your y is x + shift",
      why: "every entry is multiplied by the factor first", where: line
    ) { ["y": $0.x + $0.shift] },
    scale.mistake(
      "NA3", "you add the shift before you multiply: factor·(x + shift)",
      why: "the shift itself is not multiplied: factor·x + shift", where: line
    ) { ["y": ($0.x + $0.shift) * $0.factor] },
    scale.mistake(
      "NA4", "you subtract the shift",
      why: "the shift is added: factor·x + shift", where: line
    ) { ["y": $0.x * $0.factor - $0.shift] },
    scale.mistake(
      "NA5", "you divide by the factor",
      why: "x is multiplied by it: factor·x + shift", where: line
    ) { ["y": $0.x / $0.factor + $0.shift] },
    scale.mistake(
      "NA6", "the negative entries of your y are 0, as after a ReLU",
      why: "nothing is cut off here: factor·x + shift", where: line
    ) { ["y": ($0.x * $0.factor + $0.shift).maximum(0)] },
  ]

  /// Right answers written differently, at least four a question.
  static let alternatives: [Alternative] = [
    right("loops", "entry by entry") { call in call.x.map { call.factor * $0 + call.shift } },
    right("shift-first", "starts from the shift") { call in
      Tensor.zeros(shape: call.x.shape) + call.shift + call.x * call.factor
    },
    right("in-place", "in place, the product first") { call in
      var y = call.x
      y *= call.factor
      y += call.shift
      return y
    },
    right("common-factor", "factor·(x + shift/factor)") { call in
      (call.x + call.shift / call.factor) * call.factor
    },
  ]

  private static func right(
    _ id: String, _ summary: String, _ y: @escaping @Sendable (ScaleCall) -> Tensor
  ) -> Alternative {
    Alternative("scale-\(id)", of: "scaleAndShift", summary) {
      ["y": .tensor(y(try ScaleCall($0)))]
    }
  }
}
