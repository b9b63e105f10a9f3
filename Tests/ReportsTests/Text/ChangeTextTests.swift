import Grading
import Reports
import Testing

@Suite("What a regrading changes, in words")
struct ChangeTextTests {
  private static func report(
    _ name: String, earned: Ratio, _ verdict: Verdict, _ diagnosis: Diagnosis? = nil,
    digest: String = "a"
  ) -> Report {
    let output = OutputResult(name: "gradB", points: 4, earned: earned, verdict: verdict)
    let finding = OutputFinding(
      "gradB", verdict: verdict, credit: earned / 4, diagnosis: diagnosis)
    return Report(
      subject: .init(id: "affine-relu", title: "Affine", digest: digest),
      handIn: HandIn(name: name, receipt: "r"),
      parts: [
        PartResult(
          id: "affine", title: "Affine", outputs: [output],
          findings: [Finding(check: "affine/values", outputs: [finding])])
      ], passMark: 60, instrument: .init(kit: nil, toolchain: nil))
  }

  private static let mean = Diagnosis(
    id: "AB2", looksLike: "your gradB is the mean", why: "w", place: "p")

  @Test("A mark that rises: what, and why")
  func higher() {
    let change = ReportChange(
      from: Self.report("ada", earned: 0, .failed, Self.mean),
      to: Self.report("ada", earned: 4, .passed, digest: "b"), askedAnew: ["affine/values"])
    #expect(
      ChangeText.render(change, isWritten: true) == """
        HIGHER  ada: 0/4 FAIL → 4/4 PASS
          affine.gradB  0 of 4 → 4 of 4; was wrong, is passed; no longer taken for AB2
          why: other points, checks, questions or tolerances in the scheme; asked anew: affine/values

        """)
  }

  @Test("A mark that would fall says how it can be written")
  func lower() {
    let change = ReportChange(
      from: Self.report("ada", earned: 4, .passed), to: Self.report("ada", earned: 2, .accepted))
    #expect(
      ChangeText.render(change, isWritten: false) == """
        LOWER   ada: 4/4 PASS → 2/4 FAIL
          affine.gradB  4 of 4 → 2 of 4; was passed, is accepted
          why: the same answers are judged differently (reference, tolerance or known mistakes)
          not written, because the mark would fall; --allow-lower writes it

        """)
  }

  @Test("The same mark for a reason that is known now; no name does harm")
  func same() {
    let change = ReportChange(
      from: Self.report("a\u{1B}[2J", earned: 0, .failed),
      to: Self.report("a\u{1B}[2J", earned: 0, .failed, Self.mean))
    let text = ChangeText.render(change, isWritten: true)
    #expect(text.hasPrefix("SAME    a\\u{1B}[2J: 0/4 FAIL → 0/4 FAIL\n"))
    #expect(text.contains("now recognised: your gradB is the mean (AB2)\n"))
  }
}
