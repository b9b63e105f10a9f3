/// Asks every check of an assignment and adds up what the answers earn.
package struct Grader: Sendable {
  /// After so many checks that ran out of time twice, none is given a second chance any more: a
  /// submission that always loops must not hold up its class.
  package static let mostRetries = 3

  private let assignment: Assignment
  private let seed: Seed
  private let turns: any Turns

  /// Grades by the given scheme, with inputs drawn from the seed.
  ///
  /// - Parameters:
  ///   - assignment: The scheme.
  ///   - seed: What the inputs are drawn from.
  ///   - turns: Shared with whoever else grades in this process.
  package init(assignment: Assignment, seed: Seed, turns: any Turns = NobodyElse()) {
    self.assignment = assignment
    self.seed = seed
    self.turns = turns
  }

  /// Grades one submission.
  ///
  /// - Parameters:
  ///   - source: What answers.
  ///   - observe: Told of each finding as it is made.
  /// - Returns: One result for each part, in the scheme's order.
  /// - Throws: only for faults of our own environment.
  package func grade(
    _ source: some RespondentSource, observe: (Finding) -> Void = { _ in }
  ) throws -> [PartResult] {
    var timeOuts = 0
    return try assignment.parts.map { part in
      let findings = try part.checks.map { check in
        let finding = try run(check, in: part, source, mayRetry: timeOuts < Self.mostRetries)
        if finding.verdict == .timedOut { timeOuts += 1 }
        observe(finding)
        return finding
      }
      return PartResult(
        part: part.told(in: words(for: part.checks)), findings: findings.withoutNeedlessExamples)
    }
  }

  /// Runs one check on its own.
  ///
  /// A busy machine must not cost a mark, so a check that ran out of time is run once more, alone.
  package func run(
    _ check: Check, in part: Part, _ source: some RespondentSource, mayRetry: Bool = true
  ) throws -> Finding {
    var finding = try turns.beside { try once(check, source) }
    if mayRetry, finding.verdict == .timedOut {
      finding = try turns.alone { try once(check, source) }
    }
    return finding.giving(part.conventionCredit).told(in: words(for: [check]))
  }

  private func words(for checks: [Check]) -> CourseWords {
    guard !assignment.names.isEmpty else { return CourseWords([:], asking: []) }
    return CourseWords(
      assignment.names, asking: checks.flatMap { $0.questions(seed) }.map(\.name).unique)
  }

  private func once(_ check: Check, _ source: some RespondentSource) throws -> Finding {
    let questions = check.questions(seed)
    return try source.withRespondent(to: check) { respondent in
      let witness = Witness(to: respondent)
      var finding = try check.judge(questions, witness, assignment)
        .illustrated(by: check.small, asking: respondent, scheme: assignment)
      finding.question = finding.silence.flatMap(witness.question)
      // What the course does not know is the worker's invention.
      let followed = witness.conventions.compactMap { id in
        assignment.conventions.first { $0.id == id }
      }
      return finding.following(followed, chosen: assignment.chosenConventions)
    }
  }
}

extension Finding {
  /// Gives recognised conventions the credit that the scheme states for them.
  ///
  /// A gradient of the submission's own forward pass counts as one only where the scheme says so,
  /// and never one of another shape, or with numbers that are none.
  fileprivate func giving(_ credit: [String: Ratio]) -> Finding {
    guard silence == nil else { return self }
    let outputs = outputs.map { output in
      var output = output
      if output.verdict == .accepted {
        output.credit = output.diagnosis.flatMap { credit[$0.id] } ?? output.credit
      } else if output.verdict == .failed, output.problem == nil,
        output.triage?.isConvention == true, let own = credit[Triage.creditKey]
      {
        output.verdict = .accepted
        output.credit = own
      }
      return output
    }
    return Finding(check: check, outputs: outputs, notes: notes)
  }
}
