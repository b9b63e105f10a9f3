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

  /// Every check by code of what the formula gives, as if answers were due in that precision.
  private static func checks(
    of assignment: Assignment, in precision: Precision
  ) throws -> [Check] {
    let byFormula = try assignment.checks.filter { check in
      try check.medium == .code
        && check.questions(.public).allSatisfy {
          try assignment.formula?.answer(to: $0, as: \.self) != nil
        }
    }
    return byFormula.map { check in
      .agrees(
        check.id, judging: check.outputs, precision: precision, questions: check.questions)
    }
  }

  @Test(
    "Sums in any order pass, in Double and where it is allowed in Float",
    arguments: FormulaTests.ids, Precision.allCases)
  func disordered(_ id: String, _ precision: Precision) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let formula = try #require(assignment.formula)
    for check in try Self.checks(of: assignment, in: precision) {
      for (order, seed) in Self.seeds.enumerated() {
        let student = InProcess { question in
          let answer = try formula.answer(to: question) {
            Disordered($0, in: precision, order: UInt64(order))
          }
          return try #require(answer).mapValues { .tensor($0.value) }
        }
        let finding = try check.judge(check.questions(seed), student, assignment)
        #expect(finding.verdict == .passed, "\(check.id), \(seed.text): \(finding)")
      }
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

  @Test("The other right answers pass in Float too", arguments: FormulaTests.ids)
  func alternatives(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    for check in try Self.checks(of: assignment, in: .single) {
      let questions = check.questions(Self.seeds[0])
      for alternative in assignment.alternatives where alternative.question == questions[0].name {
        let student = InProcess { try Self.inFloat(alternative.answer($0)) }
        let finding = try check.judge(questions, student, assignment)
        #expect(finding.verdict == .passed, "\(check.id), \(alternative.id): \(finding)")
      }
    }
  }

  @Test("Where Float is allowed, every mistake still fails", arguments: FormulaTests.ids)
  func mistakes(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let checks = try Self.checks(of: assignment, in: .single)
    var far: Set<String> = []
    var caught: Set<String> = []
    for check in checks {
      let questions = check.questions(Self.seeds[0])
      for misconception in assignment.misconceptions
      where misconception.question == questions[0].name {
        let student = InProcess { asked in
          try asked.name == misconception.question
            ? Self.inFloat(misconception.answer(asked)) : assignment.reference(asked)
        }
        let finding = try check.judge(questions, student, assignment)
        for output in finding.outputs {
          let isFar = try questions.contains { question in
            let wrong = try #require(try misconception.answer(question)[output.output]?.tensor)
            let right = try #require(try assignment.reference(question)[output.output]?.tensor)
            return Comparison.separation(wrong, right) >= 1e-2
          }
          let name = "\(misconception.id) in \(output.output)"
          if isFar { far.insert(name) }
          if output.verdict != .passed { caught.insert(name) }
        }
      }
    }
    // A thousand samples may hide a mistake behind the rounding of a Float; a few samples do not.
    #expect(far.count > 10 && far.subtracting(caught) == [])
  }

  @Test(
    "Where Float is not allowed, it fails and is called by its name",
    arguments: [("backprop-2-2-1", "backward/values"), ("backprop-2-3-1", "backward/fresh")])
  func undeclared(_ id: String, _ name: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let formula = try #require(assignment.formula)
    let check = try #require(assignment.checks.first { $0.id == name })
    let student = InProcess { question in
      let answer = try formula.answer(to: question) { Disordered($0, in: .single, order: 1) }
      return try #require(answer).mapValues { .tensor($0.value) }
    }
    let finding = try check.judge(check.questions(.public), student, assignment)
    #expect(finding.verdict == .failed)
    for output in finding.outputs { #expect(output.verdict == .failed, "\(output)") }
    // Three numbers are too few to say so, but never is anything else said.
    #expect(Set(finding.outputs.map(\.diagnosis?.id)).subtracting([nil]) == ["float32"])
  }

  @Test("Where the output hits the target, gradients of 1e-17 are right, and of 1e-10 wrong")
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
      try assignment.reference(question).mapValues { .tensor(try #require($0.tensor) + 1e-10) }
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
