import Coursework
import Grading
import Reference
import Testing

/// Old records by a scheme of today.
@Suite("Judging old records again")
struct RegradingTests {
  private func record(
    _ assignment: Assignment, _ solution: @escaping Solution
  ) throws -> (said: Record.Conversations, results: [PartResult]) {
    let source = RecordingSource(InProcess(solution))
    let results = try Grader(assignment: assignment, seed: .public).grade(source)
    return (source.conversations, results)
  }

  private func earned(_ results: [PartResult]) -> [Ratio] { results.map(\.earned) }

  @Test("What only explains needs no code: without it the marks are the same")
  func explanations() throws {
    for assignment in Catalogue.all {
      let pieces = assignment.parts.filter { $0.conventionCredit[Composition.creditKey] != nil }
        .flatMap(\.checks).map(\.id)
      let byQuestion = Dictionary(grouping: assignment.misconceptions, by: \.question)
      for misconception in byQuestion.values.flatMap({ $0.prefix(3) }) {
        let (said, results) = try record(assignment) { question in
          question.name == misconception.question
            ? try misconception.answer(question) : try assignment.reference(question)
        }
        // The questions of the scheme alone, as if nothing had been asked aside.
        var bare = Record.Conversations()
        for check in assignment.checks where !check.outputs.isEmpty {
          let exchanges = said[check.id] ?? []
          let asked = check.questions(.public).count
          let isRepeated = exchanges.dropFirst(asked).first?.digest == exchanges.first?.digest
          // What is asked of somebody's own mask or pieces decides there.
          let decides = check.id == "backward-train/values" || pieces.contains(check.id)
          let count = decides ? exchanges.count : asked
          bare.keep(Array(exchanges.prefix(isRepeated ? count + 1 : count)), in: check.id)
        }
        let again = try? Grader(assignment: assignment, seed: .public).grade(RecordedSource(bare))
        #expect(again.map(earned) == earned(results), "\(misconception.id)")
      }
    }
  }

  @Test("Where a scheme gives credit by what is asked aside, it is asked anew")
  func credit() throws {
    let assignment = TriageTests.crediting(.backpropTwoTwoOne, [Triage.creditKey: 1])
    let tripled: Solution = { question in
      let right = try assignment.reference(question)
      guard ["loss", "backward"].contains(question.name) else { return right }
      return right.mapValues { .tensor(3 * ($0.tensor ?? Tensor(0))) }
    }
    let (said, results) = try record(assignment, tripled)
    #expect(
      try earned(Grader(assignment: assignment, seed: .public).grade(RecordedSource(said)))
        == earned(results))
    var bare = said
    let check = try #require(assignment.checks.first { $0.id == "backward/values" })
    bare.keep(Array(said[check.id]?.prefix(check.questions(.public).count + 1) ?? []), in: check.id)
    let grader = Grader(assignment: assignment, seed: .public)
    #expect(throws: NeverAsked.self) { try grader.grade(RecordedSource(bare)) }
    let again = try grader.grade(RecordedSource(bare, elseAsking: InProcess(tripled)))
    #expect(earned(again) == earned(results))
  }
}
