import Coursework
import Grading
import Testing

@Suite("The same question asked twice")
struct RepetitionTests {
  private func finding(
    of check: Check = Toy.check(), _ reply: @escaping (_ asked: Int, Question) throws -> Reply
  ) throws -> (finding: Finding, asked: [Question]) {
    var asked = 0
    let source = Scripted { _, _, question in
      defer { asked += 1 }
      return try reply(asked, question)
    }
    let finding = try source.withRespondent(to: check) {
      try check.judge(check.questions(.public), $0, Toy.assignment())
    }
    return (finding, source.asked)
  }

  @Test("The first question comes again at the end, after other sizes")
  func order() throws {
    let (finding, asked) = try finding { _, question in .answer(try Toy.right(question)) }
    let questions = Toy.check().questions(.public)
    #expect(asked == questions + [questions[0]])
    #expect(finding.verdict == .passed && finding.notes.isEmpty)
    #expect(finding.outputs[0].evidence?.count == 5 * 3 + 4 * 7 + 2 * 4 * 4, "counted once")
  }

  @Test("An output that is right the first time only fails alone, and is told why")
  func onlyTheFirstTime() throws {
    let (finding, _) = try finding { asked, question in
      .answer(try asked == 4 ? Toy.multiples(triple: 6)(question) : Toy.right(question))
    }
    #expect(finding.outputs.map(\.verdict) == [.passed, .failed])
    #expect(finding.outputs[1].credit == .zero && finding.outputs[1].diagnosis?.id == "state")
    #expect(finding.outputs[1].problem?.contains("asked the same again") == true)
    let evidence = try #require(finding.outputs[1].evidence)
    #expect(evidence.worstError == 1, "6 for 3: the numbers are those of the second time")
    #expect(evidence.count == 5 * 3 && evidence.mismatched > 0 && evidence.first != nil)
  }

  @Test("Another convention that holds the first time only is no convention")
  func conventionOnlyTheFirstTime() throws {
    let convention = Toy.mistake("C", kind: .convention, Toy.multiples(triple: -3))
    for (last, verdict) in [(-3.0, Verdict.accepted), (7, .failed), (3, .failed), (.nan, .failed)] {
      let part = Toy.part(checks: [Toy.check()], credit: ["C": 1])
      let assignment = Toy.assignment([part], misconceptions: [convention])
      var asked = 0
      let source = Scripted { _, _, question in
        defer { asked += 1 }
        return .answer(try Toy.multiples(triple: asked == 4 ? last : -3)(question))
      }
      let results = try Grader(assignment: assignment, seed: .public).grade(source)
      let finding = results[0].findings[0].outputs[1]
      #expect(finding.verdict == verdict && finding.credit == (verdict == .accepted ? 1 : 0))
      #expect(finding.diagnosis?.id == (verdict == .accepted ? "C" : "state"))
    }
  }

  @Test("Sums that pile up from call to call are called that")
  func pilingUp() throws {
    var sum = 0.0
    let (finding, _) = try finding { _, question in
      sum += 2
      return .answer(try Toy.multiples(double: sum)(question))
    }
    #expect(finding.outputs.map(\.verdict) == [.failed, .passed])
    #expect(finding.outputs[0].diagnosis?.id == "state")
  }

  @Test("What is kept for the next call of the same size shows")
  func staleCache() throws {
    var kept: [[Int]: Answer] = [:]
    var last: [Int] = []
    for keepsAll in [true, false] {
      let (finding, _) = try finding { _, question in
        let shape = try question.tensor("a").shape
        if !keepsAll, shape != last { kept = [:] }
        last = shape
        let answer = try kept[shape] ?? Toy.right(question)
        kept[shape] = answer
        return .answer(answer)
      }
      #expect(finding.verdict == .failed)
    }
  }

  @Test("What is wrong in the same way each time is not called changing")
  func steadilyWrong() throws {
    let (finding, _) = try finding { _, question in
      .answer(try Toy.multiples(double: .nan, triple: -7)(question))
    }
    #expect(finding.outputs.map(\.verdict) == [.failed, .failed])
    #expect(finding.outputs.allSatisfy { $0.diagnosis?.id != "state" })
  }

  @Test("Other last digits each time cost nothing and are noted")
  func lastDigits() throws {
    let (finding, _) = try finding { asked, question in
      .answer(try Toy.multiples(double: 2 * (1 + Double(asked) * 1e-15))(question))
    }
    #expect(finding.outputs.map(\.verdict) == [.passed, .passed])
    #expect(finding.outputs.map(\.credit) == [.one, .one])
    #expect(finding.notes == [.differsWhenRepeated(question: "multiples", ["double"])])
  }

  @Test("A zero of the other sign is the same number")
  func signOfZero() throws {
    let zeros = Check.agrees("toy/zeros", judging: ["double", "triple"]) { _ in
      [Question("multiples", ["a": .tensor([0, 0])])]
    }
    let (finding, _) = try finding(of: zeros) { asked, question in
      .answer(try Toy.multiples(double: asked == 0 ? 2 : -2)(question))
    }
    #expect(finding.verdict == .passed && finding.notes.isEmpty)
  }

  @Test("Silence when asked again is silence")
  func silent() throws {
    let (finding, _) = try finding { asked, question in
      asked == 4 ? .silence(.crashed(signal: 4, words: nil)) : .answer(try Toy.right(question))
    }
    #expect(finding.verdict == .crashed)
  }

  @Test("A call that changes its inputs loses nothing, and is noted once")
  func changedInputs() throws {
    let (finding, _) = try finding { _, question in
      .answer(try Toy.right(question), changed: ["a"])
    }
    #expect(finding.verdict == .passed)
    #expect(finding.notes == [.changesInputs(question: "multiples", ["a"])])
    #expect(
      finding.notes.map(\.words) == [
        "multiples changes its a; whoever called it may still need what was there"
      ])
  }
}
