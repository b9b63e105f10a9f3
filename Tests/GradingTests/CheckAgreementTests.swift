import Coursework
import Grading
import NumericChecks
import Testing

@Suite("Agreement with the reference")
struct CheckAgreementTests {
  private func finding(
    _ solution: @escaping Solution, judging outputs: [String] = ["double", "triple"],
    known: [Misconception] = []
  ) throws -> Finding {
    let check = Toy.check(judging: outputs)
    let assignment = Toy.assignment([Toy.part(checks: [check])], misconceptions: known)
    return try check.judge(check.questions(.public), InProcess(solution), assignment)
  }

  @Test("The right answer passes with full credit and error 0")
  func right() throws {
    let finding = try finding(Toy.right)
    #expect(finding.check == "toy/values" && finding.verdict == .passed)
    #expect(finding.outputs.map(\.output) == ["double", "triple"])
    for output in finding.outputs {
      #expect(output.verdict == .passed && output.credit == .one)
      #expect(output.problem == nil && output.diagnosis == nil)
      #expect(output.evidence?.worstError == 0 && output.evidence?.mismatched == 0)
      #expect(output.evidence?.count == 5 * 3 + 4 * 7 + 2 * 4 * 4)
      #expect(output.evidence?.first == nil)
    }
  }

  @Test("Round-off passes, a millionth does not", arguments: [(1e-13, true), (1e-6, false)])
  func tolerance(distance: Double, passes: Bool) throws {
    let finding = try finding(Toy.multiples(double: 2 * (1 + distance)))
    #expect(finding.outputs.map(\.verdict) == [passes ? .passed : .failed, .passed])
    #expect(finding.verdict == (passes ? .passed : .failed))
  }

  @Test("A wrong output fails alone, with its first wrong element")
  func wrong() throws {
    let finding = try finding(Toy.multiples(triple: -3))
    #expect(finding.outputs.map(\.verdict) == [.passed, .failed])
    #expect(finding.outputs.map(\.credit) == [.one, .zero])
    let evidence = try #require(finding.outputs[1].evidence)
    #expect(evidence.mismatched == evidence.count)
    #expect(evidence.worstError > evidence.limit)
    let a = try Toy.check().questions(.public)[0].tensor("a")
    #expect(evidence.first?.index == [0, 0])
    #expect(evidence.first?.got == "\(a[0, 0] * -3)")
    #expect(evidence.first?.expected == "\(a[0, 0] * 3)")
  }

  @Test("Fault in the last question alone is found")
  func lastQuestion() throws {
    let finding = try finding { question in
      let a = try question.tensor("a")
      return try Toy.multiples(double: a.shape == [4, 4] ? 5 : 2)(question)
    }
    #expect(finding.outputs.map(\.verdict) == [.failed, .passed])
    #expect(finding.outputs[0].evidence?.mismatched == 2 * 16)
  }

  @Test("An output that is missing, or no array, fails and is named", arguments: [0, 1, 2])
  func missing(kind: Int) throws {
    let finding = try finding { question in
      var answer = try Toy.right(question)
      answer["triple"] = [nil, .text("3"), .randomState(RandomState(seed: 1))][kind]
      return answer
    }
    #expect(finding.outputs.map(\.verdict) == [.passed, .failed])
    #expect(finding.outputs[1].credit == .zero)
    #expect(finding.outputs[1].problem?.contains("triple") == true)
  }

  @Test("Surplus outputs are passed over")
  func surplus() throws {
    let finding = try finding { try Toy.right($0).merging(["more": .text("x")]) { $1 } }
    #expect(finding.verdict == .passed)
  }

  @Test("A wrong shape says both shapes, even where it would broadcast")
  func shape() throws {
    let finding = try finding { question in
      let a = try question.tensor("a")
      return ["double": .tensor(a * 2), "triple": .tensor((a * 3).reshaped(1, a.count))]
    }
    #expect(finding.outputs.map(\.verdict) == [.passed, .failed])
    #expect(finding.outputs[1].problem == "wrong shape: got (1, 15), expected (5, 3)")
  }

  @Test("NaN and infinity fail and say so", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) throws {
    let finding = try finding(Toy.multiples(triple: value))
    #expect(finding.outputs.map(\.verdict) == [.passed, .failed])
    #expect(finding.outputs[1].problem?.contains("not a number or infinite") == true)
  }

  @Test("A known mistake is explained, a known convention is accepted without credit of its own")
  func known() throws {
    let mistake = Toy.mistake("D", Toy.multiples(double: 1))
    let convention = Toy.mistake("C", kind: .convention, Toy.multiples(triple: -3))
    let finding = try finding(Toy.multiples(double: 1, triple: -3), known: [mistake, convention])
    #expect(finding.outputs.map(\.diagnosis?.id) == ["D", "C"])
    #expect(finding.outputs[0].diagnosis?.looksLike == "looks like D")
    #expect(finding.outputs.map(\.verdict) == [.failed, .accepted])
    #expect(finding.outputs.map(\.credit) == [.zero, .zero])
    #expect(finding.verdict == .failed)
  }

  // MARK: - Only a comparison can pass

  @Test("An output that the reference does not give cannot be passed: that is our own fault")
  func nothingToCompare() {
    for outputs in [["double", "quadruple"], ["quadruple"]] {
      #expect(throws: (any Error).self) { try finding(Toy.right, judging: outputs) }
      #expect(throws: (any Error).self) { try finding({ _ in [:] }, judging: outputs) }
    }
  }

  @Test("An output that is no array in the reference cannot be passed either")
  func textToCompare() throws {
    let check = Toy.check(judging: ["mode"])
    let assignment = Toy.assignment { _ in ["mode": .text("train")] }
    #expect(throws: (any Error).self) {
      try check.judge(
        check.questions(.public), InProcess { _ in ["mode": .text("test")] }, assignment)
    }
  }

  @Test("A check that asks nothing cannot pass anybody")
  func noQuestions() {
    let check = Check.agrees("toy/values", judging: ["double"]) { _ in [] }
    #expect(throws: (any Error).self) {
      try check.judge([], InProcess(Toy.right), Toy.assignment())
    }
  }

  // MARK: - Silence

  static let silences: [(Silence, Verdict)] = [
    (.notImplemented, .notImplemented), (.threw("x"), .threw),
    (.crashed(signal: 4, words: nil), .crashed), (.timedOut(limit: 10), .timedOut),
    (.memoryExceeded(limit: 512), .memoryExceeded), (.outputExceeded(limit: 1), .outputExceeded),
    (.exitedEarly(status: 0), .exitedEarly), (.protocolError("x"), .protocolError),
    (.skipped("x"), .skipped),
  ]

  @Test("Each kind of silence is a verdict of its own and earns nothing", arguments: silences)
  func silence(silence: Silence, verdict: Verdict) throws {
    for place in 0..<3 {
      var asked = 0
      let source = Scripted { _, _, question in
        defer { asked += 1 }
        return asked == place ? .silence(silence) : .answer(try Toy.right(question))
      }
      let check = Toy.check()
      let finding = try source.withRespondent(to: check) {
        try check.judge(check.questions(.public), $0, Toy.assignment())
      }
      #expect(finding.verdict == verdict && finding.silence == silence)
      #expect(finding.outputs.map(\.output) == ["double", "triple"])
      #expect(finding.outputs.allSatisfy { $0.verdict == verdict && $0.credit == .zero })
      #expect(source.asked.count == place + 1, "who fell silent is asked no more")
    }
  }

  @Test("A check that judges nothing did not pass if it got no answer", arguments: silences)
  func silenceOfNothing(silence: Silence, verdict: Verdict) {
    #expect(Finding(check: "toy/values", outputs: [], silence: silence).verdict == verdict)
  }
}
