import Coursework
import Grading

/// What one step is computed from.
struct MomentumStep {
  let w, v, gradW: Tensor
  let rate, momentum: Double
  /// The right new velocity.
  let newV: Tensor
  private let question: Question

  init(_ question: Question) throws {
    self.question = question
    w = try question.tensor("w")
    v = try question.tensor("v")
    gradW = try question.tensor("gradW")
    rate = try question.number("learningRate")
    momentum = try question.number("momentum")
    newV = try MomentumUpdateReference().answer(question)["v"]?.tensor ?? v
  }

  /// The biases, which the moving-average form alone has.
  var b: Tensor { get throws { try question.tensor("b") } }
  var gradB: Tensor { get throws { try question.tensor("gradB") } }
}

extension WrongVariants<MomentumStep> {
  /// The variants of one of the two steps.
  init(ofStep question: String) {
    self.init(question: question, reference: { try MomentumUpdateReference().answer($0) }) {
      try MomentumStep($0)
    }
  }

  /// Another form of momentum, which is right elsewhere.
  func form(
    _ id: String, _ looksLike: String, why: String,
    changes: @escaping @Sendable (MomentumStep) throws -> [String: Tensor]
  ) -> Misconception {
    form(
      id, looksLike, why: why, where: "the lines that compute v' and w'", changes: changes)
  }
}
