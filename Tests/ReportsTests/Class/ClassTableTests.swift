import Grading
import Reports
import Testing

@Suite("Class table")
struct ClassTableTests {
  @Test("A line a student with the report's own totals")
  func totals() {
    let lines = ClassFormat.text.render(Samples.distinctClass).split(separator: "\n")
    for (line, report) in zip(lines, Samples.distinctClass.entries) {
      #expect(line.hasPrefix(report.isPass ? "PASS" : "FAIL"))
      #expect(line.contains(" \(report.earned)/\(report.points) "))
      #expect(line.contains(" \(report.percent.twoDecimals) %"))
    }
    #expect(lines.count > Samples.distinctClass.entries.count)
  }

  @Test("Columns are aligned and wide names are cut")
  func columns() throws {
    let names = ["a", String(repeating: "n", count: 80), "Zoë", "漢字の名前", "e\u{301}tude"]
    let whole = ClassReport(
      entries: names.map { name in
        Samples.report(HandIn(name: name, receipt: Samples.receipt), Samples.full.parts)
      }, passMark: 60)
    let lines = ClassFormat.text.render(whole).split(separator: "\n").prefix(names.count)
    // Wide characters take two columns each; the mark on the e takes none.
    let columns = try lines.map { line in
      let place = try #require(line.range(of: "15/15")).lowerBound
      return line[..<place].reduce(0) { $0 + ($1 >= "\u{3000}" ? 2 : 1) }
    }
    #expect(Set(columns).count == 1)
    #expect(lines.contains { $0.contains("nnn…  ") })
  }

  @Test("A class of nobody is a summary and no trap")
  func empty() {
    let text = ClassFormat.text.render(ClassReport(entries: [], passMark: 60))
    #expect(text == "0 graded: 0 passed, 0 failed\n")
  }

  @Test("Colour adds escape sequences and changes no word")
  func colorIsOnlyColor() {
    let colored = ClassFormat.text.render(Samples.distinctClass, Style(color: true))
    #expect(
      colored.replacing(/\u{1B}\[[0-9]+m/, with: "")
        == ClassFormat.text.render(Samples.distinctClass))
  }
}
