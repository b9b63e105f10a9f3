import Coursework
import Grading
import Synchronization
import Testing

@Suite("Grading a submission")
struct GraderTests {
  private let checks = ["toy/a", "toy/b", "toy/c", "toy/d", "toy/e"].map { Toy.check($0) }

  private func grader(_ parts: [Part]) -> Grader {
    Grader(assignment: Toy.assignment(parts), seed: .public)
  }

  @Test("The reference earns full marks")
  func fullMarks() throws {
    let parts = [Toy.part("one", checks: checks), Toy.part("two", checks: [Toy.check()])]
    let results = try Toy.grade(Toy.assignment(parts), Toy.right)
    #expect(results.map(\.earned) == [7, 7] && results.map(\.points) == [7, 7])
    #expect(results.flatMap(\.outputs).allSatisfy { $0.verdict == .passed })
    #expect(results.map(\.id) == ["one", "two"])
  }

  @Test("The starter earns nothing and is to do")
  func starter() throws {
    let results = try Toy.grade(Toy.assignment()) { _ in throw NotImplemented() }
    #expect(results.map(\.earned) == [0] && results.map(\.isTodo) == [true])
    #expect(results[0].outputs.map(\.verdict) == [.notImplemented, .notImplemented])
  }

  @Test("Every question is asked in order, the first one again, of a respondent of the check's own")
  func order() throws {
    let source = Scripted { _, _, question in .answer(try Toy.right(question)) }
    var observed: [String] = []
    let parts = [
      Toy.part("one", checks: Array(checks[...1])), Toy.part("two", checks: [checks[2]]),
    ]
    let results = try grader(parts).grade(source) { observed.append($0.check) }
    let ids = ["toy/a", "toy/b", "toy/c"]
    #expect(source.opened == ids && observed == ids && source.open == 0)
    #expect(results.flatMap(\.findings).map(\.check) == ids)
    let questions = checks[...2].map { $0.questions(.public) }
    #expect(source.asked == questions.flatMap { $0 + [$0[0]] })
    #expect(Set(source.asked).count == 12, "no two checks ask the same")
  }

  @Test("Wrong answers earn the outputs that are right")
  func partial() throws {
    let results = try Toy.grade(Toy.assignment(), Toy.multiples(double: 5))
    #expect(results[0].outputs.map(\.earned) == [0, 4])
    #expect(results[0].earned == 4)
    #expect(!results[0].isTodo)
  }

  @Test("Of several checks of one output the lowest credit counts")
  func lowest() throws {
    // Right for two of the checks, wrong for the one between them.
    for bad in 0..<3 {
      let source = Scripted { check, _, question in
        .answer(
          try Toy.multiples(double: check == ["toy/a", "toy/b", "toy/c"][bad] ? 9 : 2)(question))
      }
      let results = try grader([Toy.part(checks: Array(checks[...2]))]).grade(source)
      #expect(results[0].outputs.map(\.earned) == [0, 4])
      #expect(results[0].outputs.map(\.verdict) == [.failed, .passed])
    }
  }

  @Test("An output that no check judges earns nothing")
  func unjudged() throws {
    let part = Toy.part(checks: [Toy.check(judging: ["triple"])])
    let results = try Toy.grade(Toy.assignment([part]), Toy.right)
    #expect(results[0].outputs.map(\.earned) == [0, 4])
    #expect(results[0].outputs[0].verdict == .notRun)
    let none = try Toy.grade(Toy.assignment([Toy.part(checks: [])]), Toy.right)
    #expect(none[0].earned == 0 && none[0].points == 7)
  }

  // MARK: - Time

  @Test("A check that ran out of time is run once more, and only once")
  func retry() throws {
    let source = Scripted { _, _, _ in .silence(.timedOut(limit: 1)) }
    let results = try grader([Toy.part(checks: [checks[0]])]).grade(source)
    #expect(source.opened == ["toy/a", "toy/a"] && source.asked.count == 2)
    #expect(results[0].findings.map(\.verdict) == [.timedOut])
    #expect(results[0].earned == 0)
  }

  @Test("A check runs beside others at first, and alone when it is run once more")
  func turns() throws {
    final class Log: Turns {
      let kinds = Mutex([String]())
      func beside<Result>(_ work: () throws -> Result) rethrows -> Result {
        kinds.withLock { $0.append("beside") }
        return try work()
      }
      func alone<Result>(_ work: () throws -> Result) rethrows -> Result {
        kinds.withLock { $0.append("alone") }
        return try work()
      }
    }
    let log = Log()
    let source = Scripted { check, _, question in
      check == "toy/b" ? .silence(.timedOut(limit: 1)) : .answer(try Toy.right(question))
    }
    let assignment = Toy.assignment([Toy.part(checks: Array(checks[...2]))])
    _ = try Grader(assignment: assignment, seed: .public, turns: log).grade(source)
    #expect(log.kinds.withLock { $0 } == ["beside", "beside", "alone", "beside"])
  }

  @Test("A second run in time counts in full, and the time-out is forgotten")
  func secondRun() throws {
    let source = Scripted { _, opening, question in
      opening == 1 ? .silence(.timedOut(limit: 1)) : .answer(try Toy.right(question))
    }
    let results = try grader([Toy.part(checks: checks)]).grade(source)
    #expect(results[0].earned == 7)
    #expect(source.opened == checks.flatMap { [$0.id, $0.id] }, "no time-out was counted")
  }

  @Test("Other silences are not asked again", arguments: CheckAgreementTests.silences)
  func noRetry(silence: Silence, verdict: Verdict) throws {
    let source = Scripted { _, _, _ in .silence(silence) }
    _ = try grader([Toy.part(checks: [checks[0]])]).grade(source)
    #expect(source.opened.count == (verdict == .timedOut ? 2 : 1))
  }

  @Test("After three checks that ran out of time twice, the rest still runs, but only once")
  func threeTimeOuts() throws {
    let source = Scripted { check, _, question in
      check == "toy/b" ? .answer(try Toy.right(question)) : .silence(.timedOut(limit: 1))
    }
    let parts = [Toy.part("one", checks: Array(checks[...1])), Toy.part("two", checks: checks)]
    var observed: [Verdict] = []
    let results = try grader(parts).grade(source) { observed.append($0.verdict) }
    let expected: [Verdict] = [
      .timedOut, .passed, .timedOut, .passed, .timedOut, .timedOut, .timedOut,
    ]
    #expect(results.flatMap(\.findings).map(\.verdict) == expected)
    #expect(observed == expected)
    #expect(
      source.opened == [
        "toy/a", "toy/a", "toy/b", "toy/a", "toy/a", "toy/b", "toy/c", "toy/c", "toy/d", "toy/e",
      ])
    #expect(results.map(\.earned) == [0, 0])
  }

  @Test("A silence is put down to the question that met it, unless it was there before")
  func question() throws {
    for silence in [.crashed(signal: 4, words: nil), .exitedEarly(status: 0)] as [Silence] {
      let found = { (silence: Silence) in
        try grader([Toy.part(checks: [checks[0]])]).grade(Scripted { _, _, _ in .silence(silence) })
      }
      #expect(try found(silence)[0].findings[0].question == "multiples")
      #expect(try found(.unasked(silence))[0].findings[0].question == nil)
    }
  }

  // MARK: - Conventions

  @Test(
    "A convention earns what the scheme says, and nothing where it says nothing",
    arguments: [
      ([:], Ratio(0)), (["C": 0], 0), (["C": Ratio(1, 2)], Ratio(3, 2)), (["C": 1], 3),
      (["other": 1], 0),
    ] as [([String: Ratio], Ratio)])
  func conventions(credit: [String: Ratio], earned: Ratio) throws {
    let convention = Toy.mistake("C", kind: .convention, Toy.multiples(double: -2))
    let part = Toy.part(checks: Array(checks[...1]), credit: credit)
    let assignment = Toy.assignment([part], misconceptions: [convention])
    let results = try Toy.grade(assignment, Toy.multiples(double: -2))
    #expect(results[0].outputs.map(\.verdict) == [.accepted, .passed])
    #expect(results[0].outputs.map(\.earned) == [earned, 4])
    #expect(results[0].findings.map(\.verdict) == [.accepted, .accepted])
    #expect(results[0].findings[0].outputs[0].diagnosis?.id == "C")
  }

  @Test("A mistake earns nothing, whatever the scheme says of conventions")
  func mistake() throws {
    let mistake = Toy.mistake("D", Toy.multiples(double: 1))
    let part = Toy.part(checks: [checks[0]], credit: ["D": 1])
    let assignment = Toy.assignment([part], misconceptions: [mistake])
    let results = try Toy.grade(assignment, Toy.multiples(double: 1))
    #expect(results[0].outputs.map(\.verdict) == [.failed, .passed])
    #expect(results[0].earned == 4)
  }

  // MARK: - Faults of our own

  @Test("Faults of the environment are thrown on and never scored")
  func faults() {
    let parts = [Toy.part(checks: checks)]
    let grader = grader(parts)
    #expect(throws: Fault.self) { try grader.grade(Scripted { _, _, _ in throw Fault() }) }
    #expect(throws: Fault.self) { try grader.grade(Unopenable()) }
    let broken = Toy.assignment(parts) { _ in throw Fault() }
    #expect(throws: Fault.self) { try Toy.grade(broken, Toy.right) }
    let unknown = Toy.mistake("X") { _ in throw Fault() }
    #expect(throws: Fault.self) {
      try Toy.grade(Toy.assignment(parts, misconceptions: [unknown]), Toy.multiples(double: 1))
    }
  }

  @Test("A respondent is closed even where a fault is thrown")
  func closed() {
    let source = Scripted { _, _, _ in throw Fault() }
    #expect(throws: Fault.self) { try grader([Toy.part(checks: checks)]).grade(source) }
    #expect(source.open == 0 && source.opened == ["toy/a"])
  }
}

/// A source whose workers cannot be started.
private struct Unopenable: RespondentSource {
  func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    throw Fault()
  }
}
