import Coursework
import Foundation
import Grading
import NumericChecks
import Reference
import Testing

/// The exam on rounding: some hundred answers, or with `GRADECHECK_ROUNDING_SEEDS=400` more than 10,000,
/// half of them in `Float`. (`gradecheck examine --rounds 160` hands in as many in `Double`.)
@Suite("Right answers that are rounded differently")
struct RoundingExamTests {
  static let seeds: [Seed] = {
    let asked = ProcessInfo.processInfo.environment["GRADECHECK_ROUNDING_SEEDS"].flatMap(Int.init)
    return (1...max(5, asked ?? 0)).map { Seed("rounding \($0)") }
  }()

  private static func codeChecks(of assignment: Assignment) -> [Check] {
    assignment.checks.filter { $0.medium == .code && !$0.id.hasSuffix("at-zero") }
  }

  /// Those whose questions are formulas; chance or a choice decides the others.
  private static func checksOfFormula(of assignment: Assignment) throws -> [Check] {
    try codeChecks(of: assignment).filter { check in
      try check.questions(.public).allSatisfy {
        try assignment.formula?.answer(to: $0, as: \.self) != nil
      }
    }
  }

  @Test(
    "Sums in any order pass in Double, and are accepted in Float",
    arguments: FormulaTests.ids, Precision.allCases)
  func disordered(_ id: String, _ precision: Precision) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let formula = try #require(assignment.formula)
    for check in try Self.checksOfFormula(of: assignment) {
      // Of sums of thousands a Float keeps four digits behind the point, and no exponential is right.
      if precision == .single, check.id == "forward-extreme/values" { continue }
      for (order, seed) in Self.seeds.enumerated() {
        let student = InProcess { question in
          let answer = try formula.answer(to: question) {
            Disordered($0, in: precision, order: UInt64(order))
          }
          return try #require(answer).mapValues { .tensor($0.value) }
        }
        let finding = try check.judge(check.questions(seed), student, assignment)
        #expect(Self.isRight(finding, in: precision), "\(check.id), \(seed.text): \(finding)")
      }
    }
  }

  /// Full credit: passed, or in `Float` accepted as such.
  private static func isRight(_ finding: Finding, in precision: Precision) -> Bool {
    finding.silence == nil
      && finding.outputs.allSatisfy { output in
        output.verdict == .passed
          || precision == .single && output.verdict == .accepted && output.credit == .one
            && output.diagnosis?.id == SinglePrecision.creditKey
      }
  }

  @Test(
    "On eighths every order of summation gives the same bits",
    arguments: ["affine-relu", "momentum-update"])
  func exact(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let formula = try #require(assignment.formula)
    for (order, seed) in Self.seeds.enumerated() {
      for question in assignment.checks.flatMap({ $0.questions(seed) }) {
        let answer = try formula.answer(to: question) {
          Disordered($0, in: .double, order: UInt64(order))
        }
        let values = try #require(answer).mapValues { Value.tensor($0.value) }
        #expect(try values == assignment.reference(question), "\(question.name)")
      }
    }
  }

  @Test("The other right answers are accepted in Float too", arguments: FormulaTests.ids)
  func alternatives(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id)).remembering()
    for check in Self.codeChecks(of: assignment) {
      let questions = check.questions(Self.seeds[0])
      for alternative in assignment.alternatives where alternative.question == questions[0].name {
        let student = InProcess { asked in
          try asked.name == alternative.question
            ? Self.inFloat(alternative.answer(asked)) : assignment.reference(asked)
        }
        let finding = try check.judge(questions, student, assignment)
        #expect(Self.isRight(finding, in: .single), "\(check.id), \(alternative.id): \(finding)")
      }
    }
  }

  @Test("In Float every mistake fails as in Double", arguments: FormulaTests.ids)
  func mistakes(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id)).remembering()
    for check in Self.codeChecks(of: assignment) {
      let questions = check.questions(Self.seeds[0])
      for misconception in assignment.misconceptions
      where misconception.question == questions[0].name {
        let plain = try check.judge(
          questions, InProcess { try Self.answer($0, misconception, assignment) }, assignment)
        let rounded = try check.judge(
          questions,
          InProcess { try Self.inFloat(Self.answer($0, misconception, assignment)) }, assignment)
        for (plain, rounded) in zip(plain.outputs, rounded.outputs)
        where plain.verdict != .passed {
          let isFloat = rounded.diagnosis?.id == SinglePrecision.creditKey
          #expect(
            rounded.verdict == .failed || rounded.verdict == .accepted && !isFloat,
            "\(check.id), \(misconception.id): \(rounded)")
        }
      }
    }
  }

  private static func answer(
    _ asked: Question, _ misconception: Misconception, _ assignment: Assignment
  ) throws -> Answer {
    try asked.name == misconception.question
      ? misconception.answer(asked) : assignment.reference(asked)
  }

  @Test("Where the output hits the target, gradients of 1e-17 are right, and of 1e-5 wrong")
  func hit() throws {
    let assignment = try #require(Catalogue.assignment("backprop-2-2-1"))
    let drawn = try #require(assignment.checks.first { $0.id == "backward/values" })
    let hits = try drawn.questions(.public).map { question in
      let forward = Question("forward", question.inputs.filter { $0.key != "y" })
      let output = try #require(try assignment.reference(forward)["x2"])
      return Question("backward", question.inputs.merging(["y": output]) { $1 })
    }
    let check = Check.agrees("backward/hit", judging: drawn.outputs) { _ in hits }
    var gradients: Set<Double> = []
    for alternative in assignment.alternatives where alternative.question == "backward" {
      let finding = try check.judge(hits, InProcess(alternative.answer), assignment)
      #expect(finding.verdict == .passed, "\(alternative.id): \(finding)")
      gradients.insert(try alternative.answer(hits[0])["gradB2"]?.tensor?.scalar ?? 0)
    }
    #expect(gradients.count > 1 && gradients.allSatisfy { abs($0) < 1e-15 }, "\(gradients)")
    let wrong = InProcess { question in
      try assignment.reference(question).mapValues { .tensor(try #require($0.tensor) + 1e-5) }
    }
    let finding = try check.judge(hits, wrong, assignment)
    #expect(finding.outputs.allSatisfy { $0.verdict == .failed }, "\(finding)")
  }

  // MARK: - Support

  private static func inFloat(_ answer: Answer) -> Answer {
    answer.mapValues { value in
      value.tensor.map { .tensor($0.map(Precision.single.rounded)) } ?? value
    }
  }
}
