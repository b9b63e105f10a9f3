extension Record {
  /// What the recorded answers earn by today's scheme; nothing is run.
  ///
  /// - Parameters:
  ///   - assignment: Today's scheme and reference.
  ///   - seed: The seed of the record's questions.
  ///   - passMark: Percent of the points that make a pass.
  /// - Returns: The report, with everything that staff may see.
  /// - Throws: `NeverAsked` where the scheme asks what it did not ask then.
  package func report(by assignment: Assignment, seed: Seed, passMark: Ratio) throws -> Report {
    let parts = try Grader(assignment: assignment, seed: seed).grade(RecordedSource(conversations))
    var handIn = handIn
    if !assignment.lacksCode(after: parts.flatMap(\.findings)) { handIn.missing = [] }
    return Report(
      subject: .init(assignment, seed: seed), handIn: handIn, parts: parts, passMark: passMark,
      instrument: instrument)
  }
}

extension Assignment {
  /// Whether some code did not answer, so that methods may be missing.
  package func lacksCode(after findings: [Finding]) -> Bool {
    let code = Set(checks.filter { $0.medium == .code }.map(\.id))
    return findings.contains { $0.verdict == .notImplemented && code.contains($0.check) }
  }
}

extension Report.Subject {
  /// The assignment with questions of the given seed.
  package init(_ assignment: Assignment, seed: Seed) {
    self.init(
      id: assignment.id, title: assignment.title, digest: assignment.digest(seed: seed).hex,
      variant: assignment.variant)
  }
}
