/// Several examinations of one assignment, each under a seed of its own.
package struct Transcript: Sendable {
  /// The assignment that was examined.
  package let assignment: Assignment
  /// In the order of the rounds.
  package let rounds: [Examination]

  /// Examines the assignment again and again.
  ///
  /// - Parameters:
  ///   - assignment: What is examined.
  ///   - seed: The seed of the first round, from which those of the others derive.
  ///   - rounds: How many examinations, 1 at least; what no seed changes is examined once.
  ///   - observe: Told the number of each round once it is over.
  /// - Throws: what a reference, a misconception or an alternative throws.
  package init(
    of assignment: Assignment, seed: Seed, rounds: Int = 1, observe: (Int) -> Void = { _ in }
  ) throws {
    let later = rounds > 1 ? assignment.varying(between: seed, and: seed.derived(for: 2)) : nil
    self.assignment = assignment
    self.rounds = try (1...max(1, rounds)).map { round in
      let examined = round == 1 ? assignment : later ?? assignment
      let examination = try Examination(of: examined, seed: seed.derived(for: round))
      observe(round)
      return examination
    }
  }

  /// All examinations of one assignment.
  package init(of assignment: Assignment, rounds: [Examination]) {
    self.assignment = assignment
    self.rounds = rounds
  }
}

extension Seed {
  /// The seed of the first round is the seed itself.
  fileprivate func derived(for round: Int) -> Seed {
    round == 1 ? self : Seed("\(text)\nround \(round)")
  }
}

extension Assignment {
  /// Without the parts that ask the same whatever the seed: to examine them again says nothing new.
  fileprivate func varying(between seed: Seed, and other: Seed) -> Assignment {
    var varying = self
    varying.parts = parts.filter { part in
      part.checks.contains { $0.questions(seed) != $0.questions(other) }
    }
    let questions = Set(varying.checks.flatMap { $0.questions(seed) }.map(\.name))
    varying.misconceptions.removeAll { !questions.contains($0.question) }
    varying.alternatives.removeAll { !questions.contains($0.question) }
    return varying
  }
}

// MARK: - Marks

extension Transcript {
  /// What came out in one part, or in all.
  package struct Marks: Sendable, Hashable {
    /// How many different mistakes were handed in, and how many were caught in every round.
    package let mistakes, caught: Int
    /// The fewest tolerances between a caught mistake and passing; nil where none was compared.
    package let fewestTolerances: Double?
    /// How many mistakes were caught by the digits typed alone, and by tests without a tolerance.
    package let byDigits, withoutTolerance: Int
    /// How many different right answers were handed in, and how many lost nothing in any round.
    package let alternatives, accepted: Int
    /// Over all rounds: how often mistakes were handed in, and how often one was missed.
    package let kills, misses: Int
    /// Over all rounds: how often right answers were handed in, and how often one lost points.
    package let trials, falseAlarms: Int
  }

  /// The marks of one part; of all parts with `nil`.
  package func marks(of part: String? = nil) -> Marks {
    let kills = rounds.flatMap(\.kills).filter { part == nil || $0.part == part }
    let trials = rounds.flatMap(\.trials).filter { part == nil || $0.part == part }
    let margins = kills.filter(\.isCaught).compactMap { kill in
      kill.margin.map { (id: kill.misconception, margin: $0) }
    }
    let tolerances = margins.compactMap { entry in
      if case .tolerances(let number) = entry.margin { number } else { nil as Double? }
    }
    func count(_ margin: Kill.Margin) -> Int {
      Set(margins.filter { $0.margin == margin }.map(\.id)).count
    }
    let (mistakes, missed) = Self.names(kills, of: \.misconception) { !$0.isCaught }
    let (alternatives, failed) = Self.names(trials, of: \.alternative) { !$0.isAccepted }
    return Marks(
      mistakes: mistakes, caught: mistakes - missed, fewestTolerances: tolerances.min(),
      byDigits: count(.lastDigit), withoutTolerance: count(.noTolerance),
      alternatives: alternatives, accepted: alternatives - failed,
      kills: kills.count, misses: kills.count { !$0.isCaught },
      trials: trials.count, falseAlarms: trials.count { !$0.isAccepted })
  }

  /// How many different names there are, and how many of them have an entry that is bad.
  private static func names<Entry>(
    _ entries: [Entry], of name: (Entry) -> String, isBad: (Entry) -> Bool
  ) -> (all: Int, bad: Int) {
    (Set(entries.map(name)).count, Set(entries.filter(isBad).map(name)).count)
  }

  /// Whether nothing at all went wrong.
  package var isPassed: Bool { complaints.isEmpty }
}
