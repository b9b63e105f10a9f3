import Coursework

/// The answers to all questions of one check, with the right ones beside them.
struct Interview {
  /// Question by question, in the order in which they were asked.
  private(set) var exchanges: [Exchange] = []
  /// The first question once more: whatever was asked in between must not matter.
  private(set) var again: Exchange?
  /// What the answers tell besides.
  private(set) var notes: [Note] = []
  /// Why there was no answer in the end; nothing more is asked then.
  private(set) var silence: Silence?

  /// Asks `student` every question, and the first again at the end.
  ///
  /// - Throws: only for faults of our own environment.
  init(
    asking questions: [Question], of student: any Respondent, besides reference: Solution
  ) throws {
    for question in questions + questions.prefix(1) {
      switch try student.reply(to: question) {
      case .silence(let silence):
        self.silence = silence
        return
      case .answer(let answer, let changed, _):
        if !changed.isEmpty { notes.append(.changesInputs(question: question.name, changed)) }
        exchanges.append(
          Exchange(question: question, expected: try reference(question), got: answer))
      }
    }
    again = exchanges.popLast()
  }
}
