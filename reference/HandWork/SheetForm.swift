import Coursework
import Grading
import Worksheets

/// Another sheet of an assignment's hand-computed part: other activations, a batch, a step downhill.
///
/// It takes the place of the assignment's own sheet where the course asks for it.
package struct SheetForm: Sendable {
  /// What it asks, under the sheet's name.
  package let worksheet: Worksheet
  /// One line: how it differs from the assignment's own.
  package let summary: String
  /// Answers it rightly.
  let solution: Solution
  /// What goes wrong on it.
  let misconceptions: [Misconception]
  /// Other right ways to fill it in.
  let alternatives: [Alternative]

  /// What the sheet is called, such as `tanh`.
  package var name: String { worksheet.variant ?? "" }

  /// A sheet about a network of two layers.
  ///
  /// - Parameters:
  ///   - worksheet: What it asks, under its own name.
  ///   - summary: One line: how it differs.
  ///   - net: The right network.
  ///   - mistakes: What goes wrong in it.
  ///   - results: The slots that nothing builds on.
  ///   - inputs: The network's inputs from the sheet's question.
  ///   - answer: The sheet's slots from the network's results.
  init(
    _ worksheet: Worksheet, _ summary: String, net: MistakenSigmoidNet,
    mistakes: [SigmoidNetMistake], results: [String],
    inputs: @escaping @Sendable (Question) throws -> MistakenSigmoidNet.Inputs,
    answer: @escaping @Sendable (MistakenSigmoidNet.Results, Question) -> Answer
  ) {
    self.worksheet = worksheet
    self.summary = summary
    let solution: Solution = { answer(net(try inputs($0)), $0) }
    self.solution = solution
    misconceptions = mistakes.map { $0.onSheet(inputs: inputs, answer: answer) }
    alternatives = Alternative.sheets(
      of: net, reference: solution, results: results, inputs: inputs, answer: answer)
  }
}

extension Assignment {
  /// The same assignment, whose hand-computed part asks another sheet.
  func asking(_ form: SheetForm) -> Assignment {
    var assignment = asking(form.worksheet)
    assignment.reference = { [reference] question in
      try question.name == Check.worksheetQuestion
        ? form.solution(question) : reference(question)
    }
    assignment.misconceptions =
      misconceptions.filter { $0.question != Check.worksheetQuestion } + form.misconceptions
    assignment.alternatives =
      alternatives.filter { $0.question != Check.worksheetQuestion } + form.alternatives
    return assignment
  }
}

extension SheetVariant {
  /// The sheet of an assignment for everybody; `nil` where it has none of that name.
  ///
  /// - Parameters:
  ///   - assignment: The assignment.
  ///   - form: The name of one of its further sheets; its own one if nothing is said.
  package init?(of assignment: Assignment, form: String? = nil) {
    if let form {
      guard let sheet = Catalogue.furtherSheets(of: assignment.id).first(where: { $0.name == form })
      else { return nil }
      self.init(assignment: assignment.asking(sheet), worksheet: sheet.worksheet)
    } else {
      guard let worksheet = Catalogue.worksheet(of: assignment.id) else { return nil }
      self.init(assignment: assignment, worksheet: worksheet)
    }
  }
}
