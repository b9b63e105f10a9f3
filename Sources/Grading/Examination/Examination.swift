import Coursework
import NumericChecks

/// The exam that an assignment's checks sit themselves, under one seed.
///
/// Every misconception is handed in, and must be caught with room to spare and called by its name;
/// every right alternative is handed in, and must lose nothing.
package struct Examination: Sendable, Hashable {
  /// The kill matrix: one row for each misconception and each part that asks its question.
  package let kills: [Kill]
  /// One entry for each alternative and each part that asks its question.
  package let trials: [Trial]
  /// The misconceptions of one question whose answers are the same numbers in every exchange.
  package let twins: [Twins]
  /// How many pairs of misconceptions there are of one question each.
  package let pairs: Int

  /// Two misconceptions that nothing tells apart.
  package struct Twins: Sendable, Hashable {
    package let first: String
    package let second: String

    package init(first: String, second: String) {
      self.first = first
      self.second = second
    }
  }

  /// Results that were put together elsewhere.
  package init(kills: [Kill], trials: [Trial], twins: [Twins], pairs: Int) {
    self.kills = kills
    self.trials = trials
    self.twins = twins
    self.pairs = pairs
  }

  /// Lets the checks of `assignment` sit their exam.
  ///
  /// - Throws: what a reference, a misconception or an alternative throws.
  package init(of assignment: Assignment, seed: Seed) throws {
    let assignment = assignment.remembering()
    let room = try ExaminationRoom(assignment: assignment, seed: seed)
    let (twins, pairs) = try room.twins()
    self.init(
      kills: try assignment.misconceptions.flatMap(room.kills),
      trials: try assignment.alternatives.flatMap(room.trials), twins: twins, pairs: pairs)
  }
}

/// An assignment's checks with their questions and the right answers, drawn once for everybody.
private struct ExaminationRoom {
  private let assignment: Assignment
  private let desks: [Desk]

  /// One check of one part.
  private struct Desk {
    let part: Part
    let check: Check
    let questions: [Question]
    let right: [Answer]

    func asks(_ question: String) -> Bool { questions.contains { $0.name == question } }

    /// Whether answers to the question hold an output that the check judges: a check may ask more.
    func judges(_ question: String) -> Bool {
      zip(questions, right).contains { asked, answer in
        asked.name == question && check.outputs.contains { answer[$0] != nil }
      }
    }
  }

  init(assignment: Assignment, seed: Seed) throws {
    self.assignment = assignment
    desks = try assignment.parts.flatMap { part in
      try part.checks.map { check in
        let questions = check.questions(seed)
        return Desk(
          part: part, check: check, questions: questions,
          right: try questions.map(assignment.reference))
      }
    }
  }

  // MARK: - Mistakes

  /// One row for each part that the misconception changes, or else for the first that could show it.
  func kills(of misconception: Misconception) throws -> [Kill] {
    let rows = try assignment.parts.compactMap { part -> Kill? in
      let cells = try desks(of: part, asking: misconception.question)
        .flatMap { try row(of: misconception, at: $0) }
      return cells.isEmpty
        ? nil
        : Kill(
          misconception: misconception.id, kind: misconception.kind, part: part.id, cells: cells)
    }
    let concerned = rows.filter(\.concerns)
    guard concerned.isEmpty else { return concerned }
    let judging = desks.first { $0.judges(misconception.question) }?.part.id
    return [
      rows.first { $0.part == judging }
        ?? Kill(misconception: misconception.id, part: assignment.parts.first?.id ?? "", cells: [])
    ]
  }

  private func row(of misconception: Misconception, at desk: Desk) throws -> [Kill.Cell] {
    let finding = try hand(misconception.answer, to: misconception.question, at: desk)
    var separations: [String: Double] = [:]
    for (question, right) in zip(desk.questions, desk.right)
    where question.name == misconception.question {
      let wrong = try misconception.answer(question)
      for output in desk.check.outputs where right[output] != nil || wrong[output] != nil {
        let distance = Self.separation(wrong[output], right[output])
        separations[output] = max(separations[output] ?? 0, distance)
      }
    }
    // What a check measures itself is in no answer, and has no distance from the right one.
    let answered = finding.outputs.filter { output in
      separations[output.output] != nil || desk.right.contains { $0[output.output] != nil }
    }
    return answered.map { output in
      // A mistake is no farther from passing than the error that decides, whatever its floor.
      let decisive = output.evidence.flatMap { $0.unit == .relative ? $0.worstError : nil }
      return Kill.Cell(
        check: desk.check.id, output: output.output,
        separation: min(separations[output.output] ?? 0, decisive ?? .infinity),
        verdict: output.verdict, rule: output.evidence.map(Kill.Rule.init),
        name: output.diagnosis?.id)
    }
  }

  /// The pairs that lie less than the least margin apart in every exchange, and how many pairs
  /// there are.
  func twins() throws -> (twins: [Examination.Twins], pairs: Int) {
    var twins: [Examination.Twins] = []
    var pairs = 0
    let least = Kill.fewestTolerances * Tolerance.standard.limit
    let questions = Dictionary(grouping: desks.flatMap(\.questions), by: \.name)
    let answers = try assignment.misconceptions.map { misconception in
      try (questions[misconception.question] ?? []).map(misconception.answer)
    }
    for (index, first) in assignment.misconceptions.enumerated() {
      for (other, second) in assignment.misconceptions[..<index].enumerated()
      where first.question == second.question {
        pairs += 1
        let isDistinct = zip(answers[index], answers[other]).contains { a, b in
          a.contains { name, value in Self.separation(value, b[name]) >= least }
        }
        if !isDistinct { twins.append(.init(first: second.id, second: first.id)) }
      }
    }
    return (twins, pairs)
  }

  // MARK: - Right answers

  /// One entry for each part in which the alternative is judged, and for any other that fails it.
  func trials(of alternative: Alternative) throws -> [Trial] {
    try assignment.parts.compactMap { part in
      let desks = self.desks(of: part, asking: alternative.question)
      let losses = try desks.flatMap { desk in
        try hand(alternative.answer, to: alternative.question, at: desk).outputs
          .filter { $0.verdict != .passed }
          .map { Trial.Loss(check: desk.check.id, finding: $0) }
      }
      guard !losses.isEmpty || desks.contains(where: { $0.judges(alternative.question) }) else {
        return nil
      }
      return Trial(alternative: alternative.id, part: part.id, losses: losses)
    }
  }

  // MARK: - Handing in

  private func desks(of part: Part, asking question: String) -> [Desk] {
    desks.filter { $0.part.id == part.id && $0.asks(question) }
  }

  /// What a check finds of a submission that answers one question in its own way, the others right.
  private func hand(
    _ answer: @escaping Solution, to question: String, at desk: Desk
  ) throws -> Finding {
    let respondent = InProcess { [assignment] asked in
      desk.check.written(
        try asked.name == question ? answer(asked) : assignment.reference(asked))
    }
    return try desk.check.judge(desk.questions, respondent, assignment)
  }

  /// How far two values lie apart; infinitely far where they cannot be compared.
  private static func separation(_ a: Value?, _ b: Value?) -> Double {
    if a == b { return 0 }
    guard let a = a?.tensor, let b = b?.tensor else { return .infinity }
    return Comparison.separation(a, b)
  }
}

extension Kill.Rule {
  fileprivate init(_ evidence: Evidence) {
    switch evidence.unit {
    case .relative: self = .relative(limit: evidence.limit)
    case .lastDigit: self = .lastDigit
    }
  }
}
