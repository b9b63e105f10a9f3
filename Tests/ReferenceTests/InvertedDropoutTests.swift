import Assignments
import Coursework
import Grading
import Reference
import Testing

/// The laws of the kill matrix for whole submissions, because chance shows only over several calls.
@Suite("Grading of dropout")
struct InvertedDropoutTests {
  static let seeds = [Seed.public, Seed("spring"), Seed("2026-10-05"), Seed("three blind mice")]

  // MARK: - Mistakes

  @Test(
    "A submission with one mistake loses exactly what is wrong, by name",
    arguments: DropoutMutant.all, seeds)
  func mutant(_ mutant: DropoutMutant, _ seed: Seed) throws {
    let failures = try Self.failures(mutant.attempt(), seed)
    #expect(failures == mutant.loses.map { "\($0) failed \(mutant.id)" })
  }

  @Test("Every mistake in the catalogue is handed in by some mutant")
  func complete() {
    let ids = Set(Assignment.dropout.misconceptions.map(\.id))
    #expect(ids.subtracting(DropoutMutant.all.map(\.id)) == [])
  }

  @Test("Handing everything on unchanged earns test mode alone")
  func passingOn() throws {
    var attempt = DropoutAttempt.training { x, _, _ in (out: x, mask: .ones(shape: x.shape)) }
    attempt.backwardInTraining = { gradOut, _, _ in gradOut }
    let failures = try Self.failures(attempt, .public)
    #expect(
      failures == [
        "forward-train.out failed D13", "forward-train.mask failed D13",
        "backward-train.gradX failed DB4",
      ])
  }

  @Test("Dropping everything fails although every entry is as its mask says")
  func droppingEverything() throws {
    let zeros = DropoutAttempt.training { x, _, _ in
      (out: .zeros(shape: x.shape), mask: .zeros(shape: x.shape))
    }
    let findings = try Self.findings(zeros, .public)
    #expect(findings.map(\.verdict) == [.failed, .failed])
    #expect(findings.map(\.problem) == Array(repeating: "every entry is dropped", count: 2))
    #expect(findings.map(\.evidence) == [nil, nil], "the numbers themselves are right")
  }

  @Test(
    "Keeping too many or too few fails, whatever the scale",
    arguments: [0.8, 0.95, 0.995, 1.005, 1.05, 1.2])
  func wrongRate(_ factor: Double) throws {
    let attempt = DropoutAttempt.masking { p, random in
      random.randomSample() < p * factor ? 1 / p : 0
    }
    // A twentieth of p is 8 standard deviations of 2048 entries with p = 63/64, a 200th is one.
    let findings = try Self.findings(attempt, Seed("rate"))
    let isSeen = abs(factor - 1) > 0.01
    #expect(findings.map(\.verdict) == Array(repeating: isSeen ? .failed : .passed, count: 2))
  }

  @Test("Rows that share masks in pairs fail, and the sentence says so")
  func sharedPairs() throws {
    let attempt = DropoutAttempt.training { x, p, random in
      let half = random.rand((x.shape[0] + 1) / 2, x.shape[1])
      return masked(x) { i, j in half[i / 2, j] < p ? 1 / p : 0 }
    }
    let findings = try Self.findings(attempt, .public)
    #expect(findings.map(\.verdict) == [.failed, .failed])
    #expect(
      findings.map(\.problem) == Array(repeating: "several rows have the same mask", count: 2))
  }

  @Test("Masks that are all alike are not taken for one mask that never changes")
  func allAlike() throws {
    // Whatever the seed, every mask is kept or dropped as a whole, anew in every call.
    for number in 0..<40 {
      let whole = DropoutAttempt.training { x, p, random in
        let factor = random.randomSample() < p ? 1 / p : 0
        return masked(x) { _, _ in factor }
      }
      let findings = try Self.findings(whole, Seed("whole \(number)"))
      #expect(findings.map(\.verdict) == [.failed, .failed])
      for finding in findings { #expect(finding.diagnosis?.id != "D11", "seed \(number)") }
    }
  }

  @Test("An out of the wrong shape or with NaN fails, and nothing is said of chance")
  func unreadable() throws {
    let transposed = DropoutAttempt.training { x, p, random in
      let (out, mask) = DropoutAttempt().train(x, p, &random)
      return (out: out.transposed(), mask: mask)
    }
    let shapes = try Self.findings(transposed, .public)
    #expect(shapes.first?.problem?.hasPrefix("wrong shape") == true)
    #expect(shapes.first?.diagnosis == nil)
    let flat = DropoutAttempt.training { x, p, random in
      let (out, mask) = DropoutAttempt().train(x, p, &random)
      return (out: out.reshaped(-1), mask: mask.reshaped(-1))
    }
    #expect(
      try Self.failures(flat, .public) == [
        "forward-train.out failed reshaped", "forward-train.mask failed reshaped",
      ])
    let poisoned = DropoutAttempt.training { x, p, random in
      let (out, mask) = DropoutAttempt().train(x, p, &random)
      return (out: out.map { $0 == 0 ? .nan : $0 }, mask: mask)
    }
    #expect(try Self.findings(poisoned, .public).first?.verdict == .failed)
  }

  // MARK: - Right answers

  /// Right uses of chance, which must never fail.
  static let ways = Assignment.dropout.alternatives.filter { $0.question == "dropoutForward" }

  @Test("A right way to use chance never fails, with any of 200 seeds", arguments: ways.map(\.id))
  func way(_ id: String) throws {
    let way = try #require(Self.ways.first { $0.id == id })
    for (number, questions) in Self.questions.enumerated() {
      let finding = try Self.check().judge(questions, InProcess(way.answer), .dropout)
      #expect(finding.outputs.map(\.verdict) == [.passed, .passed], "seed \(number)")
    }
  }

  @Test("There are twenty right ways and more, and 200 seeds")
  func enough() {
    #expect(Self.ways.count >= 20)
    #expect(Self.questions.count == 200)
  }

  @Test("The system's generator is as good as the one that is given")
  func systemGenerator() throws {
    // Not the same from run to run: it could fail, with a probability below 1e-8 a run.
    let attempt = DropoutAttempt.masking { p, _ in Double.random(in: 0..<1) < p ? 1 / p : 0 }
    #expect(try Self.failures(attempt, .public) == [])
  }

  @Test("A right submission earns all points", arguments: seeds)
  func right(_ seed: Seed) throws { #expect(try Self.failures(DropoutAttempt(), seed) == []) }

  @Test("p is never ½, where keep and drop are the same", arguments: seeds)
  func neverHalf(_ seed: Seed) throws {
    let questions = Assignment.dropout.checks.flatMap { $0.questions(seed) }
    #expect(questions.count > 15)
    for question in questions {
      let p = try question.number("keepProbability")
      #expect(p != 0.5 && p > 0 && p < 1)
    }
  }

  // MARK: - Backward, with the masks of the submission

  @Test("A mask of zeros and ones costs the mask; a backward pass that goes with it is right")
  func unscaledMask() throws {
    var attempt = DropoutAttempt.training { x, p, random in
      let (out, mask) = masked(x) { _, _ in random.randomSample() < p ? 1 : 0 }
      return (out: out.map { $0 / p }, mask: mask)
    }
    attempt.backwardInTraining = { gradOut, mask, p in each(gradOut, mask) { $0 * $1 / p } }
    #expect(try Self.failures(attempt, .public) == ["forward-train.mask failed D19"])
  }

  @Test("The drawn numbers in place of the mask cost the mask alone")
  func numbersForMask() throws {
    var attempt = DropoutAttempt.training { x, p, random in
      let u = matrix(x.shape) { _, _ in random.randomSample() }
      return (out: each(x, u) { $1 < p ? $0 / p : 0 }, mask: u)
    }
    attempt.backwardInTraining = { gradOut, u, p in each(gradOut, u) { $1 < p ? $0 / p : 0 } }
    #expect(try Self.failures(attempt, .public) == ["forward-train.mask failed"])
  }

  @Test("A wrong forward pass does not cost a right backward pass")
  func wrongForward() throws {
    let unwritten = InProcess { question in
      if question.name == "dropoutForward" { throw NotImplemented() }
      return try DropoutAttempt().answer(question)
    }
    let parts = try Grader(assignment: .dropout, seed: .public).grade(unwritten)
    #expect(parts.map(\.earned) == [0, 0, 5, 1])
  }
}

// MARK: - Support

extension InvertedDropoutTests {
  /// What did not pass, as `part.output verdict name`.
  private static func failures(_ attempt: DropoutAttempt, _ seed: Seed) throws -> [String] {
    let parts = try Grader(assignment: .dropout, seed: seed)
      .grade(InProcess { try attempt.answer($0) })
    return parts.flatMap { part in
      part.findings.flatMap(\.outputs).filter { $0.verdict != .passed }.map {
        "\(part.id).\($0.output) \($0.verdict)" + ($0.diagnosis.map { " \($0.id)" } ?? "")
      }
    }
  }

  /// The questions of ``check()`` with 200 seeds, drawn once for all ways.
  private static let questions: [[Question]] = (0..<200).compactMap { number in
    try? check().questions(Seed("\(number)"))
  }

  /// The check of out and mask in train mode.
  private static func check() throws -> Check {
    try #require(Assignment.dropout.parts.first?.checks.first)
  }

  /// The findings for out and mask in train mode.
  static func findings(
    _ attempt: DropoutAttempt, _ seed: Seed
  ) throws -> [OutputFinding] {
    try check().judge(
      check().questions(seed), InProcess { try attempt.answer($0) }, .dropout
    ).outputs
  }
}
