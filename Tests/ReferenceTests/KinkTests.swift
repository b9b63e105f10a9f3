import Coursework
import Grading
import Reference
import Testing

@Suite("The derivative at a kink")
struct KinkTests {
  private func finding(_ slope: @escaping @Sendable (Double) -> Double) throws -> Finding {
    let check = try #require(
      Assignment.affineReLU.checks.first { $0.id == "relu-backward/at-zero" })
    let student = InProcess { question in
      ["gradZ": .tensor(try question.tensor("gradH") * question.tensor("z").map(slope))]
    }
    return try check.judge(check.questions(.public), student, .affineReLU)
  }

  @Test("Every derivative between the one-sided ones passes", arguments: [0, 0.5, 1, 0.3])
  func choice(slope: Double) throws {
    let finding = try finding { $0 > 0 ? 1 : $0 < 0 ? 0 : slope }
    #expect(finding.outputs.map(\.credit) == [.one])
  }

  @Test("No number, infinity and no derivative fail", arguments: [.nan, .infinity, -7, 2])
  func noDerivative(slope: Double) throws {
    let finding = try finding { $0 > 0 ? 1 : $0 < 0 ? 0 : slope }
    #expect(finding.verdict == .failed && finding.notes.isEmpty)
    #expect(finding.outputs.map(\.credit) == [.zero])
    #expect(finding.outputs[0].problem?.hasPrefix("exactly at the kink in z it is no ") == true)
  }

  @Test("Formulas that divide by z lose the output", arguments: [true, false])
  func quotients(isSign: Bool) throws {
    let finding = try finding { isSign ? 0.5 * (1 + $0 / abs($0)) : max(0, $0) / $0 }
    #expect(finding.verdict == .failed)
  }

  @Test(
    "Another choice than the handout's is named",
    arguments: [
      (0, nil), (1, "is the derivative from the right"), (0.5, "is the mean of the derivatives"),
      (0.25, "is another number between"),
    ] as [(Double, String?)])
  func named(slope: Double, words: String?) throws {
    let notes = try finding { $0 > 0 ? 1 : $0 < 0 ? 0 : slope }.notes.map(\.words)
    #expect(notes.count == (words == nil ? 0 : 1))
    if let words { #expect(notes.first?.contains(words) == true) }
  }

  @Test("What is wrong beside the kink is not called a choice at the kink")
  func wrongElsewhere() throws {
    let slopes: [@Sendable (Double) -> Double] = [
      { $0 > 1 ? 1 : 0 }, { $0 > 0 ? 2 : 0 }, { $0 >= 0 ? $0 + 2 : 0 },
    ]
    for slope in slopes { #expect(try finding(slope).notes.isEmpty) }
  }

  @Test("An answer of another shape fails")
  func shape() throws {
    let check = try #require(
      Assignment.affineReLU.checks.first { $0.id == "relu-backward/at-zero" })
    let student = InProcess { _ in ["gradZ": .tensor([1])] }
    let finding = try check.judge(check.questions(.public), student, .affineReLU)
    #expect(finding.verdict == .failed && finding.notes.isEmpty)
  }
}
