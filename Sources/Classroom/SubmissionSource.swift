import Coursework
import Grading
import Hosting
import Worksheets

/// Opens what answers for one submission: its worker for code, its sheet for hand-computed answers.
package struct SubmissionSource: RespondentSource {
  let code: WorkerSource?
  /// Why nothing answers for the code, where nothing does.
  let codeSilence: Silence
  let sheet: AnswerSheet?
  /// Of a hand-in to a course, by the check's identifier: what was opened for that assignment.
  var members: [String: SubmissionSource] = [:]

  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    if let member = members[check.id] { return try member.withRespondent(to: check, body) }
    switch check.medium {
    case .code:
      guard let code else { return try body(Silent(silence: codeSilence)) }
      return try code.withRespondent(to: check, body)
    case .sheet:
      guard let sheet else { return try body(Silent(silence: .notImplemented)) }
      return try body(SheetRespondent(sheet: sheet))
    }
  }
}

/// Answers with what was typed, slot by slot; the check reads the digits.
private struct SheetRespondent: Respondent {
  let sheet: AnswerSheet

  func reply(to question: Question) -> Reply {
    .answer(sheet.texts.mapValues { .text($0) })
  }
}

/// Says nothing, always for the same reason.
private struct Silent: Respondent {
  let silence: Silence

  func reply(to question: Question) -> Reply { .silence(silence) }
}
