import Coursework
import Grading
import Testing

@Suite("Answering from a record")
struct RecordedSourceTests {
  private static let checks = ["toy/a", "toy/b", "toy/c"].map { Toy.check($0) }
  private static let assignment = Toy.assignment([Toy.part(checks: checks)])

  private func grade(
    _ source: some RespondentSource, by assignment: Assignment = assignment
  ) throws -> [PartResult] {
    try Grader(assignment: assignment, seed: .public).grade(source)
  }

  private func recording(_ source: Scripted) throws -> (Record.Conversations, [PartResult]) {
    let recording = RecordingSource(source)
    let results = try grade(recording)
    return (recording.conversations, results)
  }

  @Test("Judged again by the same scheme the answers earn the same, and nobody is asked")
  func same() throws {
    let (said, results) = try recording(
      Scripted { check, _, question in
        check == "toy/b"
          ? .silence(.crashed(signal: 4, words: "w"))
          : .answer(try Toy.multiples(double: 5)(question))
      })
    let nobody = Scripted { _, _, _ in throw Fault() }
    #expect(try grade(RecordedSource(said, elseAsking: nobody)) == results)
    #expect(try grade(RecordedSource(said)) == results)
    #expect(nobody.opened.isEmpty)
  }

  @Test("Recording changes nothing that the grader sees", arguments: RecordTests.silences)
  func transparent(silence: Silence) throws {
    let script = { (check: String, _: Int, question: Question) throws -> Reply in
      check == "toy/b" ? .silence(silence) : .answer(try Toy.right(question))
    }
    let direct = try grade(Scripted(script))
    #expect(try recording(Scripted(script)).1 == direct)
  }

  @Test("Of a check that ran out of time the second time is kept")
  func timeOut() throws {
    let (said, results) = try recording(
      Scripted { _, opening, question in
        opening == 1 ? .silence(.timedOut(limit: 1)) : .answer(try Toy.right(question))
      })
    #expect(said.checks == ["toy/a", "toy/b", "toy/c"] && said["toy/a"]?.count == 5)
    #expect(try grade(RecordedSource(said)) == results)
  }

  @Test("What a check says in all beyond what a record holds is not kept, and costs nothing")
  func tooMuch() throws {
    let filler = Value.tensor(.zeros(1 << 20))
    let (said, results) = try recording(
      Scripted { check, _, question in
        let answer = try Toy.right(question)
        return .answer(check == "toy/b" ? answer.merging(["filler": filler]) { $1 } : answer)
      })
    // Four answers of 8 MB each are kept, twelve are not.
    #expect(said.checks == ["toy/a", "toy/b", "toy/c"])
    #expect(results[0].findings.allSatisfy { $0.verdict == .passed })
    let many = Check(id: "toy/many", outputs: [], questions: { _ in [Toy.question] }) {
      questions, student, _ in
      for _ in 0..<12 { _ = try student.reply(to: questions[0]) }
      return Finding(check: "toy/many", outputs: [])
    }
    let source = RecordingSource(InProcess { _ in ["filler": filler] })
    let assignment = Toy.assignment([Toy.part(checks: [many])])
    #expect(try grade(source, by: assignment)[0].findings[0].verdict == .passed)
    #expect(source.conversations.checks.isEmpty)
  }

  @Test("The same question asked twice gets both answers, in their order")
  func twice() throws {
    let check = Check(id: "toy/pure", outputs: [], questions: { _ in [Toy.question] }) {
      questions, student, _ in
      var replies: [String] = []
      for _ in 0..<2 {
        guard case .answer(let answer, _, _) = try student.reply(to: questions[0]) else { continue }
        replies.append("\(answer["x"]?.tensor?.scalar ?? 0)")
      }
      return Finding(
        check: "toy/pure",
        outputs: [OutputFinding(replies.joined(separator: " "), verdict: .passed, credit: 1)])
    }
    let assignment = Toy.assignment([Toy.part(checks: [check])])
    var count = 0.0
    let source = RecordingSource(
      Scripted { _, _, _ in
        count += 1
        return .answer(["x": .number(count)])
      })
    let results = try grade(source, by: assignment)
    #expect(results[0].findings[0].outputs[0].output == "1.0 2.0")
    #expect(try grade(RecordedSource(source.conversations), by: assignment) == results)
  }

  @Test("A check with a new question is asked anew from its first one; the others are not")
  func anew() throws {
    let (said, results) = try recording(
      Scripted { _, _, question in .answer(try Toy.right(question)) })
    let more = Check.agrees("toy/b", judging: ["double", "triple"]) { seed in
      Self.checks[1].questions(seed) + [Toy.question]
    }
    let assignment = Toy.assignment([
      Toy.part(checks: [Self.checks[0], more, Self.checks[2], Toy.check("toy/d")])
    ])
    let submission = Scripted { _, _, question in .answer(try Toy.right(question)) }
    let asked = RecordingSource(submission)
    let again = try grade(RecordedSource(said, elseAsking: asked), by: assignment)
    #expect(again[0].earned == results[0].earned)
    #expect(submission.opened == ["toy/b", "toy/d"] && submission.asked.count == 6 + 5)
    let merged = said.merging(asked.conversations)
    #expect(merged.checks == ["toy/a", "toy/b", "toy/c", "toy/d"])
    #expect(try grade(RecordedSource(merged), by: assignment) == again)
    #expect(throws: NeverAsked(check: "toy/b", question: "multiples")) {
      try grade(RecordedSource(said), by: assignment)
    }
  }

  @Test("Another seed asks other questions")
  func otherSeed() throws {
    let (said, _) = try recording(Scripted { _, _, question in .answer(try Toy.right(question)) })
    #expect(throws: NeverAsked.self) {
      try Grader(assignment: Self.assignment, seed: Seed("other")).grade(RecordedSource(said))
    }
  }

  @Test("A fault of the environment while recording is thrown on")
  func faults() {
    #expect(throws: Fault.self) { try recording(Scripted { _, _, _ in throw Fault() }) }
  }

  @Test("A record is judged by today's scheme: other points, another reference")
  func today() throws {
    let (said, _) = try recording(
      Scripted { _, _, question in .answer(try Toy.multiples(double: 5)(question)) })
    let record = Record(
      assignment: "toy", seed: .public, handIn: HandIn(name: "a", receipt: "r"),
      instrument: .init(kit: "k", toolchain: "t"), conversations: said)
    let before = try record.report(by: Self.assignment, seed: .public, passMark: 60)
    let corrected = Toy.assignment(
      [Toy.part(checks: Self.checks)], reference: Toy.multiples(double: 5))
    let after = try record.report(by: corrected, seed: .public, passMark: 60)
    #expect(before.earned == 4 && after.earned == 7)
    #expect(before.subject == after.subject && after.instrument.kit == "k")
  }
}
