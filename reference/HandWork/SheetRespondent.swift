import Coursework
import Grading
import Worksheets

/// Answers with what a student typed on an answer sheet; code is not its business.
package struct SheetRespondent: Respondent, RespondentSource {
  private let sheet: AnswerSheet

  package init(_ sheet: AnswerSheet) { self.sheet = sheet }

  package func reply(to question: Question) -> Reply {
    guard question.name == Check.worksheetQuestion, !sheet.entries.isEmpty else {
      return .silence(.notImplemented)
    }
    return .answer(sheet.texts.mapValues { .text($0) })
  }

  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    try body(self)
  }
}
