import Coursework
import Grading
import NumericChecks
import Testing

@Suite("The exam of an assignment's checks")
struct ExaminationTests {
  /// Mistakes that change one output each, and one that changes both.
  private static let mistakes = [
    Toy.mistake("T1", Toy.multiples(double: 5)), Toy.mistake("T2", Toy.multiples(triple: -3)),
    Toy.mistake("T3", Toy.multiples(double: 4, triple: 6)),
  ]

  private static func alternative(_ id: String, _ answer: @escaping Solution) -> Alternative {
    Alternative(id, of: "multiples", "written differently", answer: answer)
  }

  private static let sums = alternative("sums") {
    let a = try $0.tensor("a")
    return ["double": .tensor(a + a), "triple": .tensor(a + a + a)]
  }

  /// Right but for rounding, of about 1e-16.
  private static let rounding = alternative("rounding") {
    let a = try $0.tensor("a")
    return ["double": .tensor(a * 0.2 * 10), "triple": .tensor(a * 0.3 * 10)]
  }

  private static func examine(
    checks: [Check] = [Toy.check()], _ misconceptions: [Misconception] = mistakes,
    _ alternatives: [Alternative] = [sums, rounding]
  ) throws -> Transcript {
    let assignment = Assignment(
      id: "toy", title: "Multiples", contract: "Toy", reference: Toy.right,
      parts: [Toy.part(checks: checks)], misconceptions: misconceptions,
      alternatives: alternatives)
    return try Transcript(of: assignment, seed: .public)
  }

  private static func faults(_ transcript: Transcript) -> [Kill.Fault] {
    transcript.rounds.flatMap(\.kills).flatMap(\.faults)
  }

  private static func check(
    tolerance: Tolerance = .standard, a: @escaping @Sendable (Tensor) -> Tensor = { $0 }
  ) -> Check {
    .agrees(
      "toy/values", judging: ["double", "triple"], sizes: [[5, 3], [4, 7], [4, 4]],
      tolerance: tolerance
    ) { draw, sizes in
      Question("multiples", ["a": .tensor(a(draw.eighths(sizes[0], sizes[1])))])
    }
  }

  // MARK: - A good scheme

  @Test("A scheme that catches every mistake and accepts every right answer passes")
  func passes() throws {
    let transcript = try Self.examine()
    #expect(transcript.isPassed && transcript.complaints == [])
    let marks = transcript.marks(of: "toy")
    #expect(marks.mistakes == 3 && marks.caught == 3)
    #expect(marks.alternatives == 2 && marks.accepted == 2)
    #expect(marks == transcript.marks())
    // The nearest mistake is 4 for 2, or 6 for 3: as far from the right answer as that is large.
    let tolerances = try #require(marks.fewestTolerances)
    #expect(abs(tolerances * 1e-9 - 1) < 1e-12)
  }

  @Test(
    "Where a check measures for itself a mistake may fail, but no right answer",
    arguments: [6, 0.1])
  func ownMeasure(_ bound: Double) throws {
    let outcome = Check.reaches(
      "toy/outcome", "largest", atMost: bound, readingShapesOf: ["double"],
      questions: { Array(Toy.check().questions($0).prefix(2)) },
      measure: { _, answer in answer["double"]?.tensor?.abs().max() ?? .infinity })
    let transcript = try Self.examine(checks: [Toy.check(), outcome])
    #expect(transcript.rounds[0].kills.flatMap(\.cells).allSatisfy { $0.output != "largest" })
    #expect(Self.faults(transcript) == [])
    #expect(transcript.isPassed == (bound > 4))
  }

  @Test("The kill matrix has a cell for each check and output")
  func matrix() throws {
    let checks = [Toy.check("toy/a"), Toy.check("toy/b", judging: ["triple"])]
    let kills = try Self.examine(checks: checks).rounds[0].kills
    #expect(kills.map(\.misconception) == ["T1", "T2", "T3"])
    #expect(kills[1].cells.map(\.check) == ["toy/a", "toy/a", "toy/b"])
    #expect(kills[1].cells.map(\.output) == ["double", "triple", "triple"])
    #expect(kills[1].cells.map(\.separation) == [0, 2, 2])
    #expect(kills[1].cells.map(\.verdict) == [.passed, .failed, .failed])
    #expect(kills[1].cells.map(\.name) == [nil, "T2", "T2"])
    #expect(kills[1].margin == .tolerances(2 / 1e-9))
  }

  // MARK: - A scheme that misses

  @Test("A check that is too lenient misses, and says what passes")
  func tooLenient() throws {
    let transcript = try Self.examine(checks: [Self.check(tolerance: Tolerance(limit: 1.8))])
    #expect(!transcript.isPassed)
    #expect(
      Self.faults(transcript) == [
        .passes(output: "double", separation: 1.5),
        // 2 against a limit of 1.8 is caught, but by a hair.
        .narrow(output: "triple", tolerances: 2 / 1.8),
        .passes(output: "double", separation: 1), .passes(output: "triple", separation: 1),
      ])
    #expect(transcript.marks().caught == 1)
    #expect(
      transcript.complaints.map(\.cause).first
        == .fault(
          .passes(output: "double", separation: 1.5), misconception: "T1", part: "toy"))
  }

  @Test("Inputs that hide a mistake are told from a check that lets it pass")
  func hidden() throws {
    let transcript = try Self.examine(checks: [Self.check { $0 * 0 }])
    #expect(Self.faults(transcript) == [.unseen, .unseen, .unseen])
    #expect(transcript.marks().caught == 0)
    // Nor can anybody tell the mistakes apart.
    #expect(transcript.rounds[0].twins.count == 3)
  }

  @Test("A mistake that is caught by less than three decades is no safe catch")
  func narrow() throws {
    let near = Toy.mistake("near", Toy.multiples(double: 2 * (1 + 1e-7)))
    let faults = Self.faults(try Self.examine([near]))
    #expect(faults.count == 2 && faults.last == .unnamed(output: "double"))
    guard case .narrow(output: "double", let tolerances) = faults.first else {
      Issue.record("\(faults)")
      return
    }
    #expect(abs(tolerances - 100) < 1)
  }

  @Test("Two names for the same numbers are found, and the second is never called by its own")
  func twins() throws {
    let twin = Toy.mistake("twin", Toy.multiples(double: 5))
    let transcript = try Self.examine(Self.mistakes + [twin])
    #expect(transcript.rounds[0].twins == [Examination.Twins(first: "T1", second: "twin")])
    #expect(transcript.rounds[0].pairs == 6)
    #expect(
      transcript.complaints.map(\.cause) == [
        .fault(
          .misnamed(output: "double", names: ["T1"]), misconception: "twin", part: "toy"),
        .twins(transcript.rounds[0].twins[0]),
      ])
  }

  @Test("A mistake that costs an output which it leaves right is a fault")
  func bystander() throws {
    let strict = Check(
      id: "toy/values", outputs: ["double", "triple"], questions: Toy.check().questions
    ) { questions, student, scheme in
      let finding = try Toy.check().judge(questions, student, scheme)
      // All or nothing.
      guard finding.verdict != .passed else { return finding }
      return Finding(
        check: finding.check,
        outputs: finding.outputs.map {
          OutputFinding($0.output, verdict: .failed, credit: .zero, diagnosis: $0.diagnosis)
        })
    }
    let faults = Self.faults(try Self.examine(checks: [strict]))
    #expect(faults == [.bystander(output: "triple"), .bystander(output: "double")])
  }

  @Test("Another convention must be accepted where a mistake must fail")
  func conventions() throws {
    let convention = Toy.mistake("C", kind: .convention, Toy.multiples(double: 5))
    #expect(try Self.examine([convention]).isPassed)
    let severe = Check(
      id: "toy/values", outputs: ["double"], questions: Toy.check().questions
    ) { questions, student, scheme in
      var finding = try Toy.check(judging: ["double"]).judge(questions, student, scheme)
      finding.outputs = finding.outputs.map {
        OutputFinding(
          $0.output, verdict: $0.verdict == .passed ? .passed : .failed, credit: .zero,
          diagnosis: $0.diagnosis)
      }
      return finding
    }
    #expect(
      Self.faults(try Self.examine(checks: [severe], [convention]))
        == [.misjudged(output: "double", .failed)])
  }

  // MARK: - False alarms

  @Test("A check that is too strict gives a false alarm, with its numbers")
  func tooStrict() throws {
    let transcript = try Self.examine(checks: [Self.check(tolerance: Tolerance(limit: 0))])
    let marks = transcript.marks()
    #expect(marks.caught == 3 && marks.accepted == 1)
    #expect(marks.trials == 2 && marks.falseAlarms == 1)
    let losses = transcript.rounds[0].trials[1].losses
    #expect(!losses.isEmpty && losses.allSatisfy { $0.check == "toy/values" })
    let errors = losses.compactMap(\.finding.evidence?.worstError)
    #expect(errors.count == losses.count && errors.allSatisfy { $0 > 0 && $0 < 1e-15 })
    #expect(
      transcript.complaints.map(\.cause)
        == losses.map { .falseAlarm($0, alternative: "rounding", part: "toy") })
  }

  // MARK: - Rounds and media

  @Test("The first round has the given seed, the others have seeds of their own")
  func rounds() throws {
    // How far this one is from right depends on what is drawn.
    let shift = Toy.mistake("shift") {
      let a = try $0.tensor("a")
      return ["double": .tensor(a * 2 + 1), "triple": .tensor(a * 3)]
    }
    let assignment = Toy.assignment(misconceptions: Self.mistakes + [shift])
    let once = try Transcript(of: assignment, seed: Seed("s"))
    let thrice = try Transcript(of: assignment, seed: Seed("s"), rounds: 3)
    #expect(thrice.rounds.count == 3 && thrice.rounds[0] == once.rounds[0])
    #expect(Set(thrice.rounds.map(\.kills)).count > 1)
    #expect(thrice.marks().mistakes == 4 && thrice.marks().kills == 12)
  }

  @Test("What no seed changes is examined in the first round alone")
  func fixedQuestions() throws {
    let fixed = Check.agrees("fixed/values", judging: ["double"]) { _ in
      Array(repeating: Toy.question, count: 3)
    }
    let assignment = Toy.assignment(
      [Toy.part("fixed", checks: [fixed])], misconceptions: [Self.mistakes[0]])
    let transcript = try Transcript(of: assignment, seed: .public, rounds: 4)
    #expect(transcript.marks().kills == 1)
    #expect(transcript.isPassed)
  }

  @Test("What reaches a check is written as its medium has it")
  func written() throws {
    let base = Toy.check()
    let inverted = Check(
      id: base.id, outputs: base.outputs,
      written: { $0.mapValues { .tensor(-($0.tensor ?? Tensor(0))) } },
      questions: base.questions
    ) { questions, student, scheme in try base.judge(questions, student, scheme) }
    // Every answer arrives with the wrong sign, so even the right ones fail.
    #expect(try Self.examine(checks: [inverted]).marks().accepted == 0)
  }
}
