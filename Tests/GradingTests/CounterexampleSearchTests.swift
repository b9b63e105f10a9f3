import Coursework
import Grading
import NumericChecks
import Tensors
import Testing

@Suite("Search for the smallest example")
struct CounterexampleSearchTests {
  /// What `grade` finds of the output "double".
  private func graded(
    _ solution: @escaping Solution, by assignment: Assignment = Toy.assignment()
  ) throws -> OutputFinding {
    let findings = try Toy.grade(assignment, solution).flatMap(\.findings).flatMap(\.outputs)
    return try #require(findings.first { $0.output == "double" })
  }

  /// The right answer with another "double", entry by entry.
  private func doubling(_ double: @escaping @Sendable (Double) -> Double) -> Solution {
    { question in
      let doubled = Value.tensor(try question.tensor("a").map(double))
      return try Toy.right(question).merging(["double": doubled]) { $1 }
    }
  }

  @Test("A mistake that always shows is shown on one number, as near to 0 as that goes")
  func oneNumber() throws {
    let finding = try graded(doubling { $0 * $0 * $0 })
    let example = try #require(finding.counterexample)
    #expect(example.question == Question("multiples", ["a": .tensor([[1]])]))
    #expect(example.index == [0, 0] && example.got == 1 && example.expected == 2)
    #expect(example.derivation == "= 2")
    #expect(finding.verdict == .failed && finding.diagnosis == nil)
    #expect(try graded(doubling { 2 * $0 + 1 }).counterexample?.given == "a = [[0]]")
  }

  @Test("A mistake that takes two rows is shown on two rows, with zeros where nothing matters")
  func twoRows() throws {
    let example = try graded { question in
      let a = try question.tensor("a")
      var wrong = a * 2
      if a.shape[0] > 1 { wrong[1, 0] = a[1, 0] + a[0, 0] }
      return try Toy.right(question).merging(["double": .tensor(wrong)]) { $1 }
    }.counterexample
    #expect(example?.index == [1, 0])
    let a = try #require(try example?.question.tensor("a"))
    #expect(a.shape == [2, 1] && a.scalars.map(abs).sorted() == [0, 1])
  }

  @Test("A formula shows how the right number comes about, unless it says something else")
  func derivation() throws {
    let cube = doubling { $0 * $0 * $0 }
    #expect(
      try graded(cube, by: scheme(Doubles(by: 2))).counterexample?.derivation == "= 1 · 2 = 2")
    #expect(try graded(cube, by: scheme(Doubles(by: 3))).counterexample?.derivation == "= 2")
  }

  private func scheme(_ formula: some Formula) -> Assignment {
    let toy = Toy.assignment()
    return Assignment(
      id: toy.id, title: toy.title, contract: toy.contract, reference: toy.reference,
      formula: formula, parts: toy.parts, misconceptions: [])
  }

  private struct Doubles: Formula {
    let factor: Double
    init(by factor: Double) { self.factor = factor }
    func answer<A: TensorAlgebra>(
      _ question: String, _ inputs: [String: A]
    ) throws -> [String: A]? {
      inputs["a"].map { ["double": $0 * factor] }
    }
  }

  // MARK: - No example where there is none

  @Test("In a kink, another convention is no example of a mistake elsewhere")
  func kink() throws {
    let steps: Solution = { ["double": .tensor(try $0.tensor("a") .> 0), "triple": .number(0)] }
    let example = try graded(
      { question in
        let a = try question.tensor("a")
        return ["double": .tensor((a .>= 0) + (a .> 0.75)), "triple": .number(0)]
      }, by: Toy.assignment([part], reference: steps)
    ).counterexample
    #expect(example?.given == "a = [[1]]")
  }

  private var part: Part { Toy.part(checks: [Toy.check(judging: ["double"])]) }

  @Test("What passes or is recognised has no example")
  func needless() throws {
    #expect(try graded(Toy.right).counterexample == nil)
    #expect(try graded(Toy.multiples(double: -2)).counterexample == nil)
    let cube = doubling { $0 * $0 * $0 }
    let known = Toy.assignment(misconceptions: [Toy.mistake("D", cube)])
    #expect(try graded(cube, by: known).counterexample == nil)
  }

  @Test("An output that one check recognises needs no example in another")
  func recognisedElsewhere() throws {
    let checks = [Toy.check("toy/a"), Toy.check("toy/b")]
    let source = Scripted { check, _, question in
      let solution = check == "toy/a" ? self.doubling { $0 + 1 } : Toy.multiples(double: -2)
      return .answer(try solution(question))
    }
    let assignment = Toy.assignment([Toy.part(checks: checks)])
    let findings = try Grader(assignment: assignment, seed: .public).grade(source)[0].findings
    #expect(findings.flatMap(\.outputs).allSatisfy { $0.counterexample == nil })
    #expect(findings[0].outputs[0].diagnosis == nil && findings[1].outputs[0].diagnosis != nil)
  }

  @Test(
    "Nothing is said where small questions do not show the mistake",
    arguments: [
      { abs($0) > 1 && $0 != $0.rounded() ? 0 : 2 * $0 },  // fractions alone
      { 2 * $0 * ($0 == $0.rounded() ? 1 + 1e-5 : 2.5) },  // a difference that nobody would see
      { $0 == $0.rounded() ? .nan : 2.5 * $0 },
    ] as [@Sendable (Double) -> Double])
  func hidden(double: @escaping @Sendable (Double) -> Double) throws {
    let finding = try graded(doubling(double))
    #expect(finding.verdict == .failed && finding.diagnosis == nil)
    #expect(finding.counterexample == nil)
  }

  // MARK: - What it costs

  /// Whether all numbers are whole, as those of a check never are.
  private func isSmall(_ question: Question) throws -> Bool {
    try question.tensor("a").scalars.allSatisfy { $0 == $0.rounded() }
  }

  @Test("The first silence ends the search and costs nothing")
  func silence() throws {
    let wrong = doubling { $0 * $0 * $0 }
    let source = Scripted { _, _, question in
      guard try self.isSmall(question) else {
        return .answer(try wrong(question))
      }
      return .silence(.crashed(signal: 4, words: nil))
    }
    let finding = try Grader(assignment: Toy.assignment(), seed: .public).grade(source)[0]
      .findings[0]
    #expect(finding.verdict == .failed && finding.silence == nil)
    #expect(finding.outputs.allSatisfy { $0.counterexample == nil })
    #expect(try source.asked.filter(isSmall).count == 1)
  }

  @Test("A record that does not hold the small questions is judged as it is, without an example")
  func oldRecord() throws {
    let wrong = doubling { $0 * $0 * $0 }
    let source = Scripted { check, _, question in
      guard try self.isSmall(question) else {
        return .answer(try wrong(question))
      }
      throw NeverAsked(check: check, question: question.name)
    }
    let finding = try Grader(assignment: Toy.assignment(), seed: .public).grade(source)[0]
      .findings[0]
    #expect(finding.verdict == .failed)
    #expect(finding.outputs.allSatisfy { $0.counterexample == nil })
    #expect(source.opened.count == 1)
  }

  @Test("At most 200 questions are asked, and none of them twice")
  func bound() throws {
    let hidden = doubling { $0 == $0.rounded() ? 2 * $0 : 3 * $0 + 1 }
    let source = Scripted { _, _, question in .answer(try hidden(question)) }
    _ = try Grader(assignment: Toy.assignment(), seed: .public).grade(source)
    let small = try source.asked.filter(isSmall)
    #expect(!small.isEmpty && small.count <= 200)
    #expect(Set(small).count == small.count)
  }

  @Test("The same answers give the same example")
  func deterministic() throws {
    let wrong = doubling { $0 > 1 ? 0 : $0 + 1 }
    #expect(try graded(wrong) == graded(wrong))
  }
}
