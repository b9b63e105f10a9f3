import Coursework
import NumericChecks

extension Check {
  /// The answers must agree with the reference's, output by output.
  ///
  /// - Parameters:
  ///   - id: The check's identifier, which also selects its random inputs.
  ///   - outputs: The outputs to compare.
  ///   - sizes: One question for each entry, drawn for those sizes; three or more, of which some
  ///     are all different (so that axes cannot be confused) and one is square (so that a
  ///     transposition shows in the values).
  ///   - tolerance: How far an answer may lie from the reference's; by default as far as rounding
  ///     may move it, and one in `Float` is accepted.
  ///   - question: Draws one question of the given sizes.
  /// - Returns: The check.
  package static func agrees(
    _ id: String, judging outputs: [String], sizes: [[Int]], tolerance: Tolerance? = nil,
    question: @escaping @Sendable (inout Draw, [Int]) -> Question
  ) -> Check {
    let small = SmallQuestions(
      sizes: sizes.first?.count ?? 0, tolerance: tolerance ?? .standard, question: question)
    return agrees(id, judging: outputs, tolerance: tolerance, small: small) { seed in
      sizes.withSuccessorOfEqualSize.enumerated().map { variant, sizes in
        var draw = Draw(seed: seed, check: id, variant: variant)
        return question(&draw, sizes)
      }
    }
  }

  /// The answers to the given questions must agree with the reference's, output by output.
  package static func agrees(
    _ id: String, judging outputs: [String], tolerance: Tolerance? = nil,
    small: SmallQuestions? = nil, questions: @escaping @Sendable (Seed) -> [Question]
  ) -> Check {
    Check(
      id: id, outputs: outputs, rule: tolerance.map(\.rule), small: small, questions: questions
    ) { asked, student, scheme in
      let interview = try Interview(asking: asked, of: student, besides: scheme.reference)
      if let silence = interview.silence {
        return Finding(check: id, outputs: outputs, silence: silence)
      }
      let exchanges = interview.exchanges
      let tolerances = try exchanges.map { exchange in
        try tolerance.map(OutputTolerances.init)
          ?? OutputTolerances(roundingOf: exchange.question, by: scheme.formula)
      }
      let singles =
        tolerance == nil ? SinglePrecision(of: exchanges, by: scheme.formula) : nil
      var findings = try Agreement(
        exchanges: exchanges, tolerances: tolerances, singlePrecision: singles
      )
      .judge(
        outputs, misconceptions: scheme.misconceptions, tolerated: scheme.tolerated,
        terms: scheme.terms)
      var notes = interview.notes
      if let again = interview.again, let first = exchanges.first {
        let repetition = Repetition(first: first, again: again.got, tolerances: tolerances[0])
        findings = repetition.judge(findings)
        notes += repetition.notes(on: findings)
      }
      let aside = Aside(to: student)
      findings = try scheme.followingThrough(findings, of: exchanges, in: id, asking: student)
      findings = try scheme.locating(findings, at: questions(.public), asking: aside)
        .triaged(
          asked.first?.name, of: scheme.creditsTriage(in: id) ? student : aside, by: scheme)
      return Finding(check: id, outputs: findings, notes: notes.unique)
    }
  }
}

extension Tolerance {
  /// All that it says, for a digest.
  fileprivate var rule: String {
    let floor =
      switch floor {
      case .fractionOfLargest(let fraction): "fraction \(fraction)"
      case .absolute(let number): "absolute \(number)"
      case .elementwise(let numbers): "elementwise \(numbers.shape) \(numbers.scalars)"
      }
    return "limit \(limit) floor \(floor)"
  }
}

extension [[Int]] {
  /// The same sizes, of which two that follow each other are equal: what a submission keeps for the
  /// next call of one size would not show otherwise.
  fileprivate var withSuccessorOfEqualSize: [[Int]] {
    zip(self, dropFirst()).contains { $0 == $1 } ? self : self + suffix(1)
  }
}
