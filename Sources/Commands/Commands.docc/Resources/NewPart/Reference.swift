import Assignments
import Coursework
import Grading

extension NewAssignmentReference {
  /// New part: an example to be replaced, `factor·x`.
  package func newPart(x: Tensor, factor: Double) -> Tensor { x * factor }
}

extension Part {
  static let newPart = Part(
    id: "new-part", title: "New part", outputs: [Output("y", points: 2)],
    checks: [
      .agrees(
        "new-part/values", judging: ["y"],
        sizes: [[5, 3, 20], [4, 6, 12], [4, 4, -18], [3, 5, 6]]
      ) { draw, n in
        Question(
          "newPart",
          ["x": .tensor(draw.eighths(n[0], n[1])), "factor": .number(Double(n[2]) / 8)])
      }
    ])
}

// MARK: - Wrong and right variants

/// The values of one question.
private struct NewPartCall {
  let x: Tensor
  let factor: Double

  init(_ question: Question) throws {
    x = try question.tensor("x")
    factor = try question.number("factor")
  }
}

extension NewAssignmentReference {
  private static let newPart = WrongVariants(
    question: "newPart", reference: { try NewAssignmentReference().answer($0) }
  ) { try NewPartCall($0) }
  private static let line = "the line that computes y"

  /// Mistakes in `newPart`, at least six.
  static let newPartMisconceptions: [Misconception] = [
    newPart.mistake(
      "new-part-1", "your y is x: the factor is missing",
      why: "every entry is multiplied by the factor", where: line
    ) { ["y": $0.x] },
    newPart.mistake(
      "new-part-2", "you divide by the factor",
      why: "every entry is multiplied by the factor", where: line
    ) { ["y": $0.x / $0.factor] },
    newPart.mistake(
      "new-part-3", "you add the factor",
      why: "every entry is multiplied by the factor", where: line
    ) { ["y": $0.x + $0.factor] },
    newPart.mistake(
      "new-part-4", "you multiply by the factor twice",
      why: "once is enough: factor·x", where: line
    ) { ["y": $0.x * $0.factor * $0.factor] },
    newPart.mistake(
      "new-part-5", "the negative entries of your y are 0, as after a ReLU",
      why: "nothing is cut off here: factor·x", where: line
    ) { ["y": ($0.x * $0.factor).maximum(0)] },
    newPart.mistake(
      "new-part-6", "you square x",
      why: "x itself is multiplied: factor·x", where: line
    ) { ["y": $0.x * $0.x * $0.factor] },
  ]

  /// Right answers of `newPart` written differently, at least four.
  static let newPartAlternatives: [Alternative] = [
    newPartRight("loops", "entry by entry") { call in call.x.map { call.factor * $0 } },
    newPartRight("in-place", "in place") { call in
      var y = call.x
      y *= call.factor
      return y
    },
    newPartRight("divided", "divided by one over the factor") { $0.x / (1 / $0.factor) },
    newPartRight("added-to-zeros", "added to an array of zeros") { call in
      Tensor.zeros(shape: call.x.shape) + call.factor * call.x
    },
  ]

  private static func newPartRight(
    _ id: String, _ summary: String, _ y: @escaping @Sendable (NewPartCall) -> Tensor
  ) -> Alternative {
    Alternative("new-part-\(id)", of: "newPart", summary) { ["y": .tensor(y(try NewPartCall($0)))] }
  }
}
