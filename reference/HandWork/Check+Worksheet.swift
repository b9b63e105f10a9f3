import Coursework
import Grading
import Worksheets

extension Check {
  /// The name of the question that asks for a filled-in worksheet.
  package static let worksheetQuestion = "worksheet"

  /// Every slot of a hand-computed sheet is marked as a good teacher marks it.
  ///
  /// The reply's outputs are the slots: texts as typed on an answer sheet, or arrays from a
  /// respondent in this process, which are judged with all their digits. A slot that the reply lacks
  /// is blank. A slot is right when each of its entries is the true value as far as its digits go,
  /// or follows from the student's own earlier values; a blank one is right when a result that
  /// builds on it was filled in and is right.
  ///
  /// - Parameters:
  ///   - id: The check's identifier.
  ///   - worksheet: What the sheet asks, of a network.
  ///   - question: The given numbers under the names that the reference knows.
  /// - Returns: A check that an answer sheet answers, not code.
  package static func worksheet(
    _ id: String, _ worksheet: Worksheet, given question: Question
  ) -> Check {
    guard let net = worksheet.net, let graph = worksheet.graph else {
      preconditionFailure("the sheet '\(worksheet.id)' has no network")
    }
    let (outputs, credit) = (worksheet.slots.map(\.name), SheetCredit.standard)
    return Check(
      id: id, outputs: outputs, medium: .sheet, rule: credit.rule(worksheet.asked),
      written: { $0.typed() },
      questions: { _ in [question] }
    ) {
      questions, student, scheme in
      guard let question = questions.first else { return Finding(check: id, outputs: []) }
      switch try student.reply(to: question) {
      case .silence(let silence):
        return Finding(check: id, outputs: outputs, silence: silence)
      case .answer(let answer, _, _):
        let result = try SheetMarking(
          worksheet: worksheet, net: net, graph: graph, credit: credit, question: question,
          truth: try scheme.reference(question), answer: answer
        ).result(scheme.misconceptions)
        return Finding(check: id, outputs: result.outputs, notes: result.notes)
      }
    }
  }
}

extension Question {
  /// The question that asks for a filled-in worksheet, with its given numbers as inputs.
  ///
  /// A given called `W1` on paper is the input `w1`, as in the contract's methods.
  package static func filledIn(_ worksheet: Worksheet) -> Question {
    let inputs = worksheet.givenNumbers.map { ($0.key.lowercased(), Value.tensor($0.value)) }
    return Question(Check.worksheetQuestion, Dictionary(uniqueKeysWithValues: inputs))
  }
}
