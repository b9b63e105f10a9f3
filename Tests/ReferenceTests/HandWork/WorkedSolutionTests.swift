import Grading
import Testing
import Worksheets

@testable import Reference

@Suite("Worked solutions")
struct WorkedSolutionTests {
  static let ids = ["backprop-2-2-1", "backprop-2-3-1"]

  @Test(
    "Every number that a sheet asks for is worked out, with the reference's value", arguments: ids)
  func complete(id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let worksheet = try #require(Catalogue.worksheet(of: id))
    let truth = try assignment.reference(.filledIn(worksheet))
    let solution = try #require(WorkedSolution(of: assignment))
    for slot in worksheet.slots {
      let steps = solution.steps.filter { $0.array == slot.name }
      let values = try #require(truth[slot.name]?.tensor?.scalars)
      try #require(steps.count == values.count)
      for (step, value) in zip(steps, values) {
        #expect(abs(try #require(step.value) - value) <= 1e-15 * max(1, abs(value)))
      }
    }
  }

  /// Worked by hand from the course's numbers.
  @Test("The steps read as on paper")
  func words() throws {
    let solution = try #require(WorkedSolution(of: .backpropTwoTwoOne))
    func step(_ quantity: String) throws -> WorkedSolution.Step {
      try #require(solution.steps.first { $0.quantity == quantity })
    }
    let sum = try step("z1[0]")
    #expect(sum.formula == "W1[0, 0]·x0[0] + W1[0, 1]·x0[1] + b1[0]")
    #expect(sum.numbers == "0.15·0.05 + 0.2·0.1 + 0.35")
    #expect(try step("x1[0]").numbers == "σ(0.3775)")
    #expect(try step("δ2").formula == "(x2 − y)·σ′(z2)")
    #expect(try step("δ2").numbers == "(0.751365 − 0.01)·0.751365·(1 − 0.751365)")
    let negative = try #require(WorkedSolution(of: .backpropTwoThreeOne))
    #expect(
      negative.steps.first { $0.quantity == "z1[2]" }?.numbers == "1.87·0.79 + (−0.98)·0.53 + 0")
  }

  @Test("Symbols alone are left for students")
  func student() throws {
    let solution = try #require(WorkedSolution(of: .backpropTwoTwoOne)).redacted(for: .student)
    #expect(!solution.steps.isEmpty && !solution.holdsAnswers)
    #expect(solution.steps.allSatisfy { $0.numbers == nil && $0.value == nil })
    #expect(solution.picture?.readings.isEmpty == true)
  }

  @Test("What is asked in code alone has none")
  func withoutSheet() {
    #expect(WorkedSolution(of: .affineReLU) == nil)
  }
}
