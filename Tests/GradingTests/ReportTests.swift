import Coursework
import Grading
import Testing

@Suite("Marks of a report")
struct ReportTests {
  /// A report in which the first output is right and the second is wrong.
  private func report(right: Ratio, wrong: Ratio, passMark: Ratio = 60) -> Report {
    let part = Part(
      id: "p", title: "P", outputs: [Output("a", points: right), Output("b", points: wrong)],
      checks: [])
    let finding = Finding(
      check: "p/values",
      outputs: [
        OutputFinding("a", verdict: .passed, credit: .one),
        OutputFinding("b", verdict: .failed, credit: .zero),
      ])
    return Report(
      subject: Report.Subject(id: "toy", title: "Toy", digest: "d"),
      handIn: HandIn(name: "s.swift", receipt: "r"),
      parts: [PartResult(part: part, findings: [finding])], passMark: passMark,
      instrument: Report.Instrument(kit: nil, toolchain: nil))
  }

  @Test(
    "The pass mark itself passes, the least below it does not",
    arguments: [
      (60, 40, true), (Ratio(5_999, 100), Ratio(4_001, 100), false),
      (Ratio(59_999_999, 1_000_000), Ratio(40_000_001, 1_000_000), false),
      (3, 2, true), (Ratio(1, 5), Ratio(2, 15), true), (1, 0, true), (0, 1, false),
    ] as [(Ratio, Ratio, Bool)])
  func passes(right: Ratio, wrong: Ratio, passes: Bool) {
    #expect(report(right: right, wrong: wrong).isPass == passes)
  }

  @Test("Percent are exact")
  func percent() {
    #expect(report(right: 60, wrong: 40).percent == 60)
    #expect(report(right: 1, wrong: 2).percent == Ratio(100, 3))
    #expect(report(right: Ratio(1, 3), wrong: Ratio(2, 3)).percent == Ratio(100, 3))
    let report = report(right: 7, wrong: 3)
    #expect(report.earned == 7 && report.points == 10)
  }

  @Test("No points are 0 percent and no pass, even at a pass mark of 0")
  func noPoints() {
    for passMark in [60, 0] as [Ratio] {
      let report = report(right: 0, wrong: 0, passMark: passMark)
      #expect(report.points == 0 && report.percent == 0 && !report.isPass)
    }
  }

  @Test("Another pass mark is kept to", arguments: [(50, true), (51, false), (100, false)])
  func passMark(mark: Int, passes: Bool) {
    #expect(report(right: 1, wrong: 1, passMark: Ratio(mark)).isPass == passes)
  }

  @Test("Findings come in the scheme's order")
  func findings() {
    #expect(report(right: 1, wrong: 1).findings.map(\.check) == ["p/values"])
  }

  @Test("An output takes its verdict from the check of the lowest credit, the first of equals")
  func lowest() {
    let part = Part(id: "p", title: "P", outputs: [Output("a", points: 10)], checks: [])
    func earned(_ judged: [(Verdict, Ratio)]) -> OutputResult {
      let findings = judged.enumerated().map { index, judged in
        Finding(
          check: "p/\(index)",
          outputs: [OutputFinding("a", verdict: judged.0, credit: judged.1)])
      }
      return PartResult(part: part, findings: findings).outputs[0]
    }
    #expect(earned([(.passed, 1), (.accepted, Ratio(1, 2)), (.passed, 1)]).earned == 5)
    #expect(earned([(.passed, 1), (.accepted, Ratio(1, 2))]).verdict == .accepted)
    #expect(earned([(.passed, 1), (.crashed, 0), (.failed, 0)]).verdict == .crashed)
    #expect(earned([(.passed, 1), (.passed, 1)]).earned == 10)
    #expect(earned([]).earned == 0 && earned([]).verdict == .notRun)
    #expect(earned([(.accepted, Ratio(1, 3)), (.accepted, Ratio(1, 4))]).earned == Ratio(5, 2))
  }

  @Test(
    "A check ends as its worst output: wrong before blank, blank before another convention",
    arguments: [
      ([], .passed), ([.passed, .passed], .passed), ([.passed, .accepted], .accepted),
      ([.accepted, .notImplemented], .notImplemented), ([.notImplemented, .failed], .failed),
      ([.failed, .notImplemented], .failed), ([.skipped, .crashed, .failed], .crashed),
      ([.passed, .skipped, .notRun], .skipped),
    ] as [([Verdict], Verdict)])
  func worst(outputs: [Verdict], check: Verdict) {
    let finding = Finding(
      check: "p/values",
      outputs: outputs.enumerated().map { OutputFinding("\($0)", verdict: $1, credit: .zero) })
    #expect(finding.verdict == check)
  }

  @Test("Verdicts bear the names of the documents")
  func verdicts() {
    #expect(
      Verdict.allCases.map(\.rawValue) == [
        "passed", "accepted", "failed", "notImplemented", "threw", "crashed", "timedOut",
        "memoryExceeded", "outputExceeded", "exitedEarly", "protocolError", "skipped", "notRun",
      ])
    #expect(Verdict.allCases.filter { !$0.isMisbehaviour }.count == 6)
  }
}
