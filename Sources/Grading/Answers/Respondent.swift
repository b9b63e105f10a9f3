import Coursework

/// Whatever answers questions: the reference, a submission in its worker, an answer sheet.
///
/// A check cannot tell one from another, so the reference is tested by grading it and the whole
/// path is tested without a process.
package protocol Respondent {
  /// The reply to one question.
  ///
  /// - Throws: only for faults of our own environment; a submission's fault is a `Reply`.
  func reply(to question: Question) throws -> Reply
}

/// Opens one respondent for each check, so that a crash or hidden state costs that check only.
package protocol RespondentSource {
  /// Opens what answers `check`, hands it to `body`, and closes it on every way out.
  func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result
}

/// Answers in this very process by calling a function: the reference, or a known-wrong variant.
package struct InProcess: Respondent, RespondentSource {
  private let solution: Solution

  /// Answers with the given function.
  package init(_ solution: @escaping Solution) { self.solution = solution }

  /// The function's answer, or silence where it throws `NotImplemented`; other errors are ours.
  package func reply(to question: Question) throws -> Reply {
    do {
      return .answer(try solution(question))
    } catch is NotImplemented {
      return .silence(.notImplemented)
    }
  }

  /// Hands itself to `body`: a function has no state to lose.
  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    try body(self)
  }
}
