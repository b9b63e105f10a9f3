import Assignments
import Coursework
import Grading
import Worksheets

extension Assignment {
  /// The parts that a sheet answers, with what is known of its mistakes and of other right ways.
  ///
  /// Its title says so, since its points are not those of the whole assignment.
  package var handWork: Assignment {
    let isOnPaper = { (question: String) in question == Check.worksheetQuestion }
    var handWork = Assignment(
      id: id, title: "\(title), the part by hand", contract: contract, reference: reference,
      parts: parts.filter { $0.checks.allSatisfy { $0.medium == .sheet } },
      misconceptions: misconceptions.filter { isOnPaper($0.question) },
      alternatives: alternatives.filter { isOnPaper($0.question) })
    handWork.variant = variant
    return handWork
  }

  /// The same assignment, whose sheet asks about the numbers of another worksheet.
  func asking(_ worksheet: Worksheet) -> Assignment {
    var assignment = self
    assignment.variant = worksheet.variant
    assignment.parts = parts.map { $0.asking(worksheet) }
    return assignment
  }
}

extension Part {
  fileprivate func asking(_ worksheet: Worksheet) -> Part {
    guard checks.contains(where: { $0.medium == .sheet }) else { return self }
    // What the assignment's own sheet does not ask is worth a point.
    let outputs = worksheet.slots.map { slot in
      self.outputs.first { $0.name == slot.name } ?? Output(slot.name, points: 1)
    }
    return Part(
      id: id, title: title, outputs: outputs,
      checks: checks.map { check in
        check.medium == .sheet
          ? .worksheet(check.id, worksheet, given: .filledIn(worksheet)) : check
      },
      conventionCredit: conventionCredit)
  }
}
