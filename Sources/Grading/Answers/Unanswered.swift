import Coursework

/// A question met silence where only an answer leads on.
struct Unanswered: Error { let silence: Silence }

extension Respondent {
  /// The answer to a question.
  ///
  /// - Throws: `Unanswered` where it meets silence.
  func answer(to question: Question) throws -> Answer {
    switch try reply(to: question) {
    case .answer(let answer, _, _): answer
    case .silence(let silence): throw Unanswered(silence: silence)
    }
  }
}
