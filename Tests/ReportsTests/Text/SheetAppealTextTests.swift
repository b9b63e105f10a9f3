import Grading
import Testing

@testable import Reports

@Suite("The appeal page of a sheet")
struct SheetAppealTextTests {
  static let appeal = SheetAppeal(
    name: "answers.txt", assignment: "tiny", title: "A tiny net",
    slots: [
      SheetAppeal.Slot(
        result: OutputResult(name: "db2", points: 2, earned: 0, verdict: .failed),
        finding: OutputFinding("db2", verdict: .failed, credit: 0, problem: "typed .1532; off"),
        text: nil,
        entries: [
          SheetAppeal.Entry(
            quantity: "db2", equation: "db2 = δ2", typed: ".1532", mark: .wrong, truth: 0.13849856,
            own: nil, rule: "wrong", accepted: 0.13834856...0.13864856)
        ]),
      SheetAppeal.Slot(
        result: OutputResult(name: "dW2", points: 2, earned: 2, verdict: .passed),
        finding: OutputFinding("dW2", verdict: .passed, credit: 1), text: nil,
        entries: [
          SheetAppeal.Entry(
            quantity: "dW2[0, 0]", equation: "dW2[0, 0] = δ2·x1[0]", typed: ".0909",
            mark: .followed, truth: 0.08216704, own: 0.0908...0.0909,
            rule: "right from the sheet's own earlier values",
            accepted: 0.0907...0.0911)
        ]),
      SheetAppeal.Slot(
        result: OutputResult(name: "x2", points: 1, earned: 0, verdict: .failed),
        finding: OutputFinding("x2", verdict: .failed, credit: 0), text: "a\u{1B}[2Jb",
        entries: [
          SheetAppeal.Entry(
            quantity: "x2", equation: "x2 = σ(z2)", typed: nil, mark: nil, truth: 0.75, own: nil,
            rule: "", accepted: nil)
        ]),
    ],
    notes: [.errorStarts(at: "σ′(z2)", followed: ["dW2"])])

  @Test("Each number stands beside its truth, its own value, its rule and what that accepts")
  func page() {
    let lines = Self.appeal.text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "answers.txt: A tiny net (tiny), 2 of 5 points")
    #expect(lines[1] == "For staff: this page holds the right answers.")
    #expect(
      lines[2] == "Note: your error starts at σ′(z2); dW2 is right from your own earlier values")
    #expect(
      lines[3...7] == [
        "db2  0 of 2 points", "  typed .1532; off", "  db2 = δ2",
        "    typed .1532; true value 0.13849856", "    wrong; accepted 0.13834856 to 0.13864856",
      ])
    #expect(
      lines[10...11] == [
        "    typed .0909; true value 0.08216704",
        "    from the sheet's own earlier values: 0.0908 to 0.0909",
      ])
    #expect(lines.last == "    blank; true value 0.75")
  }

  @Test("What a student typed cannot write to the terminal")
  func control() {
    #expect(!Self.appeal.text.unicodeScalars.contains("\u{1B}"))
  }
}
