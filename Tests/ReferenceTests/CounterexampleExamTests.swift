import Coursework
import Grading
import Reference
import Testing

/// The known mistakes, handed in where no catalogue knows them: what is then shown as the smallest
/// example is one, and is as small as it can be.
@Suite("Smallest examples of known mistakes")
struct CounterexampleExamTests {
  @Test("The reference answers every small question", arguments: Catalogue.all.map(\.id))
  func smallQuestions(id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    for check in assignment.checks {
      for question in check.small.map({ Array($0.all) }) ?? [] {
        let answer = try assignment.reference(question)
        for output in check.outputs {
          #expect(answer[output]?.tensor?.scalars.allSatisfy(\.isFinite) == true)
        }
      }
    }
  }

  @Test(
    "An example is one, says what is right, and has no number too many", arguments: KnownMistake.all
  )
  func examples(mistake: KnownMistake) throws {
    let (assignment, misconception) = try mistake.found()
    let wrong: Solution = { question in
      try (question.name == misconception.question ? misconception.answer : assignment.reference)(
        question)
    }
    for (output, example) in try Self.examples(of: wrong, to: assignment) {
      let question = example.question
      #expect(try Self.entry(output, example, wrong(question)) == example.got)
      #expect(try Self.entry(output, example, assignment.reference(question)) == example.expected)
      #expect(abs(example.got - example.expected) > 1e-6)
      for smaller in try Self.withOneZeroMore(question) {
        let right = try #require(try assignment.reference(smaller)[output]?.tensor)
        let got = try #require(try wrong(smaller)[output]?.tensor)
        let isWrong = zip(got.scalars, right.scalars).contains { abs($0 - $1) > 1e-6 }
        let jumps = try [1e-6, -1e-6].contains { step in
          var inputs = smaller.inputs.mapValues { $0.tensor.map { .tensor($0 + step) } ?? $0 }
          // There is no label between two others.
          inputs["labels"] = smaller.inputs["labels"]
          let near = Question(smaller.name, inputs)
          // Nor is there a count.
          guard let answer = try? assignment.reference(near) else { return false }
          let moved = try #require(answer[output]?.tensor)
          return zip(moved.scalars, right.scalars).contains { abs($0 - $1) > 1e-3 }
        }
        #expect(!isWrong || jumps, "\(example.given) is not as small as \(smaller.inputs)")
      }
    }
  }

  @Test("Mistakes show on small numbers, but for a few")
  func found() throws {
    var missing: [String] = []
    for mistake in KnownMistake.all where mistake.assignment != "dropout" {
      let (assignment, misconception) = try mistake.found()
      let wrong: Solution = { question in
        try (question.name == misconception.question ? misconception.answer : assignment.reference)(
          question)
      }
      let unrecognised = try Self.findings(of: wrong, to: assignment).filter(\.isUnrecognised)
      if !unrecognised.isEmpty, unrecognised.allSatisfy({ $0.counterexample == nil }) {
        missing.append(misconception.id)
      }
    }
    // The first shows where all velocities are 0, and a small question is no first step; the others
    // show between whole numbers.
    #expect(missing == ["E8", "TC2", "TC4"])
  }

  // MARK: - Support

  private static func findings(
    of solution: @escaping Solution, to assignment: Assignment
  ) throws -> [OutputFinding] {
    let unknowing = Assignment(
      id: assignment.id, title: assignment.title, contract: assignment.contract,
      reference: assignment.reference, formula: assignment.formula,
      parts: assignment.parts.map { part in
        Part(
          id: part.id, title: part.title, outputs: part.outputs,
          checks: part.checks.filter { $0.small != nil })
      }, misconceptions: [])
    return try Grader(assignment: unknowing, seed: .public).grade(InProcess(solution))
      .flatMap(\.findings).flatMap(\.outputs)
  }

  private static func examples(
    of solution: @escaping Solution, to assignment: Assignment
  ) throws -> [(output: String, example: Counterexample)] {
    try findings(of: solution, to: assignment).compactMap { finding in
      finding.counterexample.map { (finding.output, $0) }
    }
  }

  private static func entry(
    _ output: String, _ example: Counterexample, _ answer: Answer
  ) throws -> Double {
    let tensor = try #require(answer[output]?.tensor)
    return tensor.scalars[zip(example.index, tensor.shape).reduce(0) { $0 * $1.1 + $1.0 }]
  }

  /// The question with one of its whole numbers set to 0, for each of them; a count of steps or of
  /// classes is no number that could be simpler.
  private static func withOneZeroMore(_ question: Question) throws -> [Question] {
    question.inputs.filter { !["t", "classes"].contains($0.key) }.flatMap { name, value in
      let scalars = value.tensor?.scalars ?? []
      return scalars.indices.filter { scalars[$0] != 0 && scalars[$0].rounded() == scalars[$0] }
        .map { place in
          var fewer = scalars
          fewer[place] = 0
          let tensor = Tensor(shape: value.tensor?.shape ?? [], scalars: fewer)
          return Question(question.name, question.inputs.merging([name: .tensor(tensor)]) { $1 })
        }
    }
  }
}
