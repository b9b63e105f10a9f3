import Coursework

/// Right answers to one question, written differently from the reference.
///
/// It is a value, as a ``Misconception`` is, so that a law runs over all of them: none may ever lose
/// a point.
package struct Alternative: Sendable {
  /// Unique within the assignment, such as `affine-outer-products`.
  package let id: String
  /// The question that it answers.
  package let question: String
  /// One line: how it differs from the reference.
  package let summary: String
  package let answer: Solution

  package init(
    _ id: String, of question: String, _ summary: String, answer: @escaping Solution
  ) {
    self.id = id
    self.question = question
    self.summary = summary
    self.answer = answer
  }
}
