import Coursework
import Grading
import NumericChecks
import Testing

/// A training run that halves `w` so many times; what it is worth is its largest entry.
@Suite("Outcome of a training run")
struct CheckOutcomeTests {
  private static let check = Check.reaches(
    "train/outcome", "largest", atMost: 0.25, readingShapesOf: ["w"],
    questions: { seed in
      (0..<3).map { variant in
        var draw = Draw(seed: seed, check: "train/outcome", variant: variant)
        return Question("train", ["w": .tensor(draw.eighths(3, 2))])
      }
    },
    measure: { _, answer in answer["w"]?.tensor?.abs().max() ?? .infinity })

  private static func finding(_ solution: @escaping Solution) throws -> Finding {
    let part = Part(
      id: "train", title: "Training", outputs: [Output("largest", points: 2)], checks: [check])
    let assignment = Assignment(
      id: "toy", title: "Toy", contract: "Toy", reference: halving(30), parts: [part],
      misconceptions: [])
    return try Grader(assignment: assignment, seed: .public).grade(InProcess(solution))[0]
      .findings[0]
  }

  private static func halving(_ times: Int) -> Solution {
    { question in
      let w = try question.tensor("w")
      return ["w": .tensor((0..<times).reduce(w) { w, _ in w / 2 })]
    }
  }

  @Test("A run that gets there passes, however it went", arguments: [10, 30, 100])
  func reaches(_ times: Int) throws {
    let finding = try Self.finding(Self.halving(times))
    #expect(finding.verdict == .passed)
    #expect(finding.outputs.map(\.credit) == [.one])
  }

  @Test("A run that does not move fails, and is told the bound")
  func stuck() throws {
    let finding = try Self.finding(Self.halving(0))
    #expect(finding.outputs.map(\.verdict) == [.failed])
    #expect(
      finding.outputs[0].problem
        == "your training does not bring it down to 0.25, as every right run does")
  }

  @Test("One bad run among several fails")
  func oneOfSeveral() throws {
    let questions = Self.check.questions(.public)
    let finding = try Self.finding { question in
      try Self.halving(question == questions[1] ? 0 : 30)(question)
    }
    #expect(finding.verdict == .failed)
  }

  @Test("Parameters of another shape, of NaN, or none at all fail")
  func shapes() throws {
    let problems = try [
      ["w": Value.tensor([0, 0])], ["v": .tensor([0])], ["w": .tensor(.zeros(3, 2) * .nan)],
    ].map { answer in try Self.finding { _ in answer }.outputs[0].problem }
    #expect(problems[0] == "w has the wrong shape: got (2,), expected (3, 2)")
    #expect(problems[1] == "the answer holds no 'w'")
    #expect(problems[2]?.hasPrefix("your training does not") == true)
  }

  @Test("Silence is no outcome")
  func silence() throws {
    let finding = try Self.finding { _ in throw NotImplemented() }
    #expect(finding.verdict == .notImplemented)
  }
}
