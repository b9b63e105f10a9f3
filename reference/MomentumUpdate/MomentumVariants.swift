import Coursework
import Grading

/// The known-wrong variants of one of the two steps.
struct MomentumVariants: Sendable {
  /// The contract's question.
  let question: String

  /// Another form of momentum, which is right elsewhere.
  func form(
    _ id: String, _ looksLike: String, why: String,
    changes: @escaping @Sendable (Step) throws -> [String: Tensor]
  ) -> Misconception {
    variant(id, .convention, looksLike, why, "the lines that compute v' and w'", changes)
  }

  func mistake(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Step) throws -> [String: Tensor]
  ) -> Misconception {
    variant(id, .mistake, looksLike, why, place, changes)
  }

  private func variant(
    _ id: String, _ kind: Misconception.Kind, _ looksLike: String, _ why: String, _ place: String,
    _ changes: @escaping @Sendable (Step) throws -> [String: Tensor]
  ) -> Misconception {
    Misconception(
      id, of: question, kind: kind, looksLike: looksLike, why: why,
      where: "\(question), \(place)", reference: { try MomentumUpdateReference().answer($0) }
    ) { try changes(Step($0)) }
  }
}

extension MomentumVariants {
  /// What one step is computed from.
  struct Step {
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
}
