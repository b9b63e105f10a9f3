import Coursework
import Grading

/// The known-wrong variants of one loss.
struct LossVariants<Call>: Sendable {
  /// The contract's question.
  let question: String
  /// What a loss is computed from.
  let call: @Sendable (Question) throws -> Call

  /// Another way to calculate or to define the loss, which others use.
  func form(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Call) throws -> [String: Tensor]
  ) -> Misconception {
    variant(id, .convention, looksLike, why, place, changes)
  }

  func mistake(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Call) throws -> [String: Tensor]
  ) -> Misconception {
    variant(id, .mistake, looksLike, why, place, changes)
  }

  private func variant(
    _ id: String, _ kind: Misconception.Kind, _ looksLike: String, _ why: String, _ place: String,
    _ changes: @escaping @Sendable (Call) throws -> [String: Tensor]
  ) -> Misconception {
    Misconception(
      id, of: question, kind: kind, looksLike: looksLike, why: why,
      where: "\(question), \(place)", reference: { try LossesReference().answer($0) }
    ) { [call] in try changes(call($0)) }
  }
}
