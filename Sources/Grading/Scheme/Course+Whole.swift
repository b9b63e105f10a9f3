import Coursework

extension Course {
  /// All that the course teaches as one assignment, called by the course's name, whose points are
  /// the weights.
  ///
  /// That its members ask different questions and have different parts is a law of the catalogue.
  /// Since they stand together, a net that is wrong only because of the student's own layers can be
  /// told from one that is wired wrongly.
  ///
  /// - Parameters:
  ///   - catalogue: Where its assignments are found.
  ///   - compositions: Questions made of those of other assignments.
  ///   - inPython: Whether only what is handed in as Python counts.
  ///   - chosen: The conventions that the class has chosen, for Python.
  /// - Returns: The one assignment.
  package func whole(
    of catalogue: [Assignment], joinedBy compositions: [Composition] = [], inPython: Bool,
    by chosen: [Convention] = []
  ) -> Assignment {
    let members = members(of: catalogue, inPython: inPython)
    let formulas = members.compactMap(\.formula)
    var solutions: [String: Solution] = [:]
    for member in members {
      // By hand too: a sheet is a question as well.
      for question in member.checks.flatMap({ $0.questions(.public) }) {
        solutions[question.name] = member.reference
      }
    }
    // Of pieces that the course does not teach nobody is asked.
    let known = (members.flatMap(\.compositions) + compositions).filter { composition in
      ([composition.question] + composition.pieces).allSatisfy { solutions[$0] != nil }
    }
    var whole = Assignment(
      id: id, title: "\(title), the whole course", contract: folder,
      reference: { [solutions] question in
        guard let solution = solutions[question.name] else {
          throw BadQuestion(name: question.name)
        }
        return try solution(question)
      },
      formula: formulas.isEmpty ? nil : JoinedFormula(formulas: formulas),
      parts: members.flatMap(\.parts), misconceptions: members.flatMap(\.misconceptions),
      tolerated: members.flatMap(\.tolerated),
      terms: members.flatMap(\.terms), compositions: known,
      derivatives: members.flatMap(\.derivatives))
    if inPython {
      whole.conventions = conventions
      whole.chosenConventions = chosen
      whole.names = names
    }
    return whole
  }

  /// The assignment as this course teaches it in Python, whose nets may be right but for the
  /// student's own layers of its other assignments.
  ///
  /// - Parameters:
  ///   - assignment: The whole assignment.
  ///   - catalogue: Where the course's other assignments are found.
  ///   - compositions: Questions made of those of other assignments.
  ///   - chosen: The conventions that the class has chosen.
  /// - Returns: What is graded; `nil` where the course does not teach it in Python.
  package func taught(
    _ assignment: Assignment, beside catalogue: [Assignment], joinedBy compositions: [Composition],
    by chosen: [Convention] = []
  ) -> Assignment? {
    guard var taught = taught(assignment, by: chosen) else { return nil }
    let asked = Set(taught.questionNames)
    guard compositions.contains(where: { asked.contains($0.question) }) else { return taught }
    let whole = whole(of: catalogue, joinedBy: compositions, inPython: true)
    taught.compositions = whole.compositions.filter { asked.contains($0.question) }
    taught.reference = whole.reference
    return taught
  }

  /// The assignments that it teaches, with the parts that it teaches and points that add up to the
  /// weights.
  package func members(of catalogue: [Assignment], inPython: Bool) -> [Assignment] {
    entries.compactMap { entry in
      guard var member = catalogue.first(where: { $0.id == entry.assignment }) else { return nil }
      member.parts = entry.parts(of: member, inPython: inPython)
      guard member.points > .zero else { return nil }
      let scale = entry.weight / member.points
      member.parts = member.parts.map { $0.scaled(by: scale) }
      return member
    }
  }
}

extension Course.Entry {
  /// The parts of the assignment that are taught, or of these the parts in Python.
  func parts(of assignment: Assignment, inPython: Bool) -> [Part] {
    assignment.parts.filter { part in
      (parts?.contains(part.id) ?? true)
        && (!inPython || (partsInPython?.contains(part.id) ?? true))
    }
  }
}

extension Part {
  /// The same exercise, worth so many times as much.
  fileprivate func scaled(by scale: Ratio) -> Part {
    Part(
      id: id, title: title,
      outputs: outputs.map { Output($0.name, points: $0.points * scale) }, checks: checks,
      conventionCredit: conventionCredit)
  }
}

/// Several formulas, of which each knows its own questions.
private struct JoinedFormula: Formula {
  let formulas: [any Formula]

  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    for formula in formulas {
      if let answer = try formula.answer(question, inputs) { return answer }
    }
    return nil
  }
}
