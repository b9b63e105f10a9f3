import Coursework
import Grading

/// The known-wrong variants of one question, all computed from the same values.
struct WrongVariants<Given>: Sendable {
  /// The contract's question.
  let question: String
  /// The right answer.
  let reference: Solution
  /// What every variant is computed from.
  let given: @Sendable (Question) throws -> Given

  /// Another way to calculate or to define it, which is right elsewhere.
  func form(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Given) throws -> [String: Tensor]
  ) -> Misconception {
    variant(id, .convention, looksLike, why, place, changes)
  }

  func mistake(
    _ id: String, _ looksLike: String, why: String, where place: String,
    changes: @escaping @Sendable (Given) throws -> [String: Tensor]
  ) -> Misconception {
    variant(id, .mistake, looksLike, why, place, changes)
  }

  private func variant(
    _ id: String, _ kind: Misconception.Kind, _ looksLike: String, _ why: String, _ place: String,
    _ changes: @escaping @Sendable (Given) throws -> [String: Tensor]
  ) -> Misconception {
    Misconception(
      id, of: question, kind: kind, looksLike: looksLike, why: why,
      where: "\(question), \(place)", reference: reference
    ) { [given] in try changes(given($0)) }
  }
}
