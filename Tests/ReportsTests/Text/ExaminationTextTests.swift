import Grading
import Reports
import Testing

@Suite("The transcript of an exam as text")
struct ExaminationTextTests {
  private static let assignment = Assignment(
    id: "toy", title: "Multiples", contract: "Toy", reference: { _ in [:] },
    parts: [
      Part(id: "values", title: "Values", outputs: [Output("y", points: 1)], checks: []),
      Part(id: "by-hand", title: "By hand", outputs: [Output("y", points: 1)], checks: []),
    ], misconceptions: [])

  private static func kill(
    _ id: String, part: String = "values", separation: Double = 1e-3, verdict: Verdict = .failed,
    rule: Kill.Rule? = .relative(limit: 1e-9), name: String? = nil
  ) -> Kill {
    Kill(
      misconception: id, part: part,
      cells: [
        Kill.Cell(
          check: "\(part)/check", output: "y", separation: separation, verdict: verdict,
          rule: rule, name: name ?? id)
      ])
  }

  private static func alarm(_ id: String) -> Trial {
    Trial(
      alternative: id, part: "values",
      losses: [
        Trial.Loss(
          check: "values/check",
          finding: OutputFinding("y", verdict: .failed, credit: .zero, problem: "too strict"))
      ])
  }

  @Test("A part has its line; margins are rounded down")
  func good() {
    let examination = Examination(
      kills: [
        Self.kill("A1"), Self.kill("A2", separation: 0.0999e-3), Self.kill("A3", rule: nil),
        Self.kill("P1", part: "by-hand", rule: .lastDigit),
      ],
      trials: [Trial(alternative: "loops", part: "values")], twins: [], pairs: 3)
    let transcript = Transcript(of: Self.assignment, rounds: [examination])
    #expect(
      ExaminationText.render(transcript) == """
        toy · Multiples
          values   caught 3 of 3, smallest margin 4.9 decades, 1 without a tolerance; accepted 1 of 1
          by-hand  caught 1 of 1, all by typed digits; no right alternatives to accept
          told apart 3 of 3 pairs of mistakes

        """)
    #expect(
      ExaminationText.rates([transcript])
        == "Wrong answers missed: 0 of 4 (0 %). Right answers failed: 0 of 1 (0 %).\n")
  }

  @Test("Each miss and false alarm has a line, however many rounds show it")
  func bad() {
    let first = Examination(
      kills: [Self.kill("A1", separation: 0.25, verdict: .passed), Self.kill("A2")],
      trials: [Self.alarm("loops")], twins: [], pairs: 1)
    let second = Examination(
      kills: [Self.kill("A1"), Self.kill("A2", separation: 2.5e-8)],
      trials: [Self.alarm("loops")],
      twins: [Examination.Twins(first: "A1", second: "A2")], pairs: 1)
    let transcript = Transcript(of: Self.assignment, rounds: [first, second])
    #expect(
      ExaminationText.render(transcript) == """
        toy · Multiples
          values   caught 1 of 2, smallest margin 1.3 decades; accepted 0 of 1
          by-hand  no mistakes to catch; no right alternatives to accept
          told apart 0 of 1 pairs of mistakes
          ! values, A1: missed; y passes although it is wrong by 0.25 (in 1 of 2 rounds)
          ! values, A2: y fails by only 25 times the limit (in 1 of 2 rounds)
          ! values, loops: false alarm; y failed in values/check: too strict (in 2 of 2 rounds)
          ! A1 and A2: no question tells them apart (in 1 of 2 rounds)

        """)
    #expect(
      ExaminationText.rates([transcript])
        == "Wrong answers missed: 1 of 4 (25 %). Right answers failed: 2 of 2 (100 %).\n")
  }
}
