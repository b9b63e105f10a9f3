import Coursework
import Grading

extension Misconception {
  /// A variant that changes some outputs of the reference's answer and leaves the others right.
  ///
  /// `reference` answers the question rightly; `changes` gives the outputs that are wrong, by name.
  init(
    _ id: String, of question: String, kind: Kind = .mistake, looksLike: String, why: String,
    where place: String, reference: @escaping Solution,
    changes: @escaping @Sendable (Question) throws -> [String: Tensor]
  ) {
    self.init(id, of: question, kind: kind, looksLike: looksLike, why: why, where: place) {
      question in
      let wrong = try changes(question).mapValues { Value.tensor($0) }
      return try reference(question).merging(wrong) { _, wrong in wrong }
    }
  }
}
