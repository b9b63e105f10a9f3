import Coursework
import Grading

/// The known-wrong variants of one optimizer's step.
struct OptimizerVariants<Step>: Sendable {
  /// The contract's question.
  let question: String
  /// What a step is computed from.
  let step: @Sendable (Question) throws -> Step

  /// Another form of the optimizer, which is right elsewhere.
  func form(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Step) throws -> [String: Tensor]
  ) -> Misconception {
    variant(id, .convention, looksLike, why, place, changes)
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
      where: "\(question), \(place)", reference: { try OptimizersReference().answer($0) }
    ) { [step] in try changes(step($0)) }
  }
}
