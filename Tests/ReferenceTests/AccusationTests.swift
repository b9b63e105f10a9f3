import Coursework
import Grading
import Reference
import Testing

/// Mistakes that no catalogue holds: they lose their points, and nobody says of them what the
/// numbers do not prove.
@Suite("No false accusations")
struct AccusationTests {
  @Test("A division by D or M is not taken for one by the batch size N")
  func otherSizes() throws {
    let forward = try Self.findings(
      .affineReLU, "affine", ["y": { try $0.product / $0.inputs + $0.question.tensor("b") }])
    #expect(forward.allSatisfy { $0.verdict == .failed && $0.diagnosis == nil })
    let backward = try Self.findings(
      .affineReLU, "affineBackward",
      [
        "gradW": { try $0.right("gradW") / $0.inputs },
        "gradB": { try $0.right("gradB") / $0.outputs },
      ])
    for finding in backward {
      #expect(finding.verdict == .failed)
      // The size that it was divided by may be named, but not as the number of samples.
      #expect(finding.diagnosis.map { $0.id.hasPrefix("factor-1/") } ?? true)
      #expect(finding.diagnosis?.looksLike.contains("N") != true)
    }
  }

  @Test("Gradients without 1/N or with a 2 say nothing of a loss that is wrong in its own way")
  func otherLoss() throws {
    for factor: @Sendable (Call) throws -> Double in [{ _ in 2 }, { try Double($0.samples) }] {
      var changes: Changes = ["loss": { try 0.125 * $0.right("loss") }]
      for name in ["gradW1", "gradB1", "gradW2", "gradB2"] {
        changes[name] = { try factor($0) * $0.right(name) }
      }
      for finding in try Self.findings(.backpropTwoThreeOne, "backPropagation", changes) {
        #expect(finding.verdict == .failed)
        #expect((finding.diagnosis == nil) == (finding.output == "loss"))
        #expect(finding.diagnosis?.looksLike.contains("loss") != true)
      }
    }
  }

  @Test("Bias gradients without 1/N say nothing of weight gradients that are wrong")
  func otherWeights() throws {
    let findings = try Self.findings(
      .backpropTwoThreeOne, "backPropagation",
      [
        "gradW1": { try 0.375 * $0.right("gradW1") }, "gradW2": { try 0.75 * $0.right("gradW2") },
        "gradB1": { try Double($0.samples) * $0.right("gradB1") },
        "gradB2": { try Double($0.samples) * $0.right("gradB2") },
      ])
    for finding in findings where finding.output.hasPrefix("gradB") {
      #expect(finding.diagnosis?.id == "K10")
      #expect(finding.diagnosis?.looksLike.contains("gradW") == false)
    }
  }

  @Test(
    "Negative gradients beside another mistake say nothing of the derivative's sign",
    arguments: [["gradB1"], ["gradW1"], ["gradW1", "gradB1"]])
  func oppositeSigns(_ others: [String]) throws {
    var changes: Changes = [:]
    for name in ["gradW1", "gradB1", "gradW2", "gradB2"] {
      let factor = others.contains(name) ? 0.375 : -1
      changes[name] = { try factor * $0.right(name) }
    }
    let findings = try Self.findings(.backpropTwoTwoOne, "backward", changes)
    #expect(findings.count == 4)
    for finding in findings {
      #expect(finding.verdict == .failed)
      #expect(finding.diagnosis?.id != "G6" && finding.diagnosis?.id != "P3")
    }
  }

  @Test("A mean bias gradient is named beside a weight gradient that is wrong in its own way")
  func meanBiasGradient() throws {
    let findings = try Self.findings(
      .affineReLU, "affineBackward",
      [
        "gradW": { try 0.375 * $0.right("gradW") },
        "gradB": { try $0.right("gradB") / Double($0.question.tensor("gradY").shape[0]) },
      ])
    for finding in findings {
      #expect((finding.diagnosis?.id == "AB2") == (finding.output == "gradB"))
    }
    #expect(findings.contains { $0.output == "gradB" })
  }

  @Test(
    "A wrong axis is recognised where it fits, although it stops the program everywhere else",
    arguments: ["AF3", "AF4", "AB5"])
  func wrongAxis(_ id: String) throws {
    let mistake = KnownMistake(assignment: "affine-relu", id: id)
    let (assignment, misconception) = try mistake.found()
    let parts = try Grader(assignment: assignment, seed: .public).grade(
      Stopping { question in
        guard question.name == misconception.question else {
          return try assignment.reference(question)
        }
        let w = try question.tensor("w").shape
        let rows = question.inputs["x"]?.tensor?.shape[0]
        let fits = id == "AF4" ? rows == w[1] : w[0] == w[1]
        return fits ? try misconception.answer(question) : nil
      })
    let names = parts.flatMap(\.findings).flatMap(\.outputs).compactMap(\.diagnosis?.id)
    #expect(Set(names) == [id])
  }

  @Test(
    "A sentence speaks only of results that its variant changes",
    arguments: KnownMistake.all)
  func ownResults(_ mistake: KnownMistake) throws {
    let (assignment, misconception) = try mistake.found()
    let questions = assignment.checks.flatMap { $0.questions(.public) }
      .filter { $0.name == misconception.question }
    let words = misconception.diagnosis.looksLike.split { !$0.isLetter && !$0.isNumber }
    for name in Set(words.map(String.init)).intersection(Self.results) {
      let isChanged = try questions.contains {
        guard let right = try assignment.reference($0)[name] else { return true }
        return try misconception.answer($0)[name] != right
      }
      #expect(isChanged, "\(misconception.id) speaks of \(name)")
    }
  }

  /// What a sentence may accuse; steps such as z1 may be named as what a result was made of.
  private static let results: Set<String> = [
    "loss", "out", "mask", "gradH", "gradX", "gradW", "gradB", "gradW1", "gradB1", "gradW2",
    "gradB2", "dW1", "db1", "dW2", "db2",
  ]
}

// MARK: - Support

extension AccusationTests {
  /// One question about a layer or a network, with its right answer.
  struct Call {
    let question: Question
    let answer: Answer

    func right(_ output: String) throws -> Tensor { try #require(answer[output]?.tensor) }
    /// x·w.
    var product: Tensor { get throws { try right("y") - question.tensor("b") } }
    var samples: Int { get throws { try question.tensor("x").shape[0] } }
    var inputs: Double { get throws { Double(try question.tensor("w").shape[0]) } }
    var outputs: Double { get throws { Double(try question.tensor("w").shape[1]) } }
  }

  /// A submission in this process that crashes where it has no answer.
  struct Stopping: Respondent, RespondentSource {
    let solution: @Sendable (Question) throws -> Answer?

    func reply(to question: Question) throws -> Reply {
      try solution(question).map { .answer($0) } ?? .silence(.crashed(signal: 5, words: nil))
    }

    func withRespondent<Result>(
      to check: Check, _ body: (any Respondent) throws -> Result
    ) throws -> Result {
      try body(self)
    }
  }

  typealias Changes = [String: @Sendable (Call) throws -> Tensor]

  /// What does not pass where some outputs of one question are changed and all else is right, in
  /// the checks that ask often enough to recognise a mistake.
  static func findings(
    _ assignment: Assignment, _ question: String, _ changes: Changes
  ) throws -> [OutputFinding] {
    let parts = try Grader(assignment: assignment, seed: .public).grade(
      InProcess { asked in
        let answer = try assignment.reference(asked)
        guard asked.name == question else { return answer }
        let call = Call(question: asked, answer: answer)
        return answer.merging(try changes.mapValues { .tensor(try $0(call)) }) { $1 }
      })
    let fewest = Recognition.fewestExchanges
    let checks = assignment.checks.filter { $0.questions(.public).count >= fewest }.map(\.id)
    return parts.flatMap(\.findings).filter { checks.contains($0.check) }.flatMap(\.outputs)
      .filter { $0.verdict != .passed }
  }
}
