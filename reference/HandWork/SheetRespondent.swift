import Coursework
import Grading
import Worksheets

/// Answers with what a student typed on an answer sheet; code is not its business.
package struct SheetRespondent: Respondent, RespondentSource {
  private let sheet: AnswerSheet

  /// Answers with the slots of that sheet.
  package init(_ sheet: AnswerSheet) { self.sheet = sheet }

  /// The filled slots for a worksheet's question; silence for any other, and from an empty sheet.
  package func reply(to question: Question) -> Reply {
    guard question.name == Check.worksheetQuestion, !sheet.entries.isEmpty else {
      return .silence(.notImplemented)
    }
    return .answer(sheet.texts.mapValues { .text($0) })
  }

  /// Hands over the sheet itself: paper has no state to lose.
  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    try body(self)
  }
}
