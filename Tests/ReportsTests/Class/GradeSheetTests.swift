import Grading
import Reports
import Testing

@Suite("Grade sheet")
struct GradeSheetTests {
  /// Reads RFC 4180 by code points, as spreadsheets do, so that the writer is not judged by itself.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if next == "\"" {
          cell.append("\"")
          next = scalars.next()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        row.append(String(cell))
        cell.removeAll()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }

  private func sheet(_ report: ClassReport) -> [[String]] { rows(ClassFormat.csv.render(report)) }

  @Test("Every row has the header's cells, and the report's own totals")
  func totals() throws {
    let rows = sheet(Samples.distinctClass)
    let header = try #require(rows.first)
    #expect(header.prefix(5) == ["submission", "result", "earned", "possible", "percent"])
    #expect(header.suffix(2) == ["diagnoses", "receipt"])
    #expect(rows.allSatisfy { $0.count == header.count })
    #expect(
      rows.count == 1 + Samples.distinctClass.entries.count + Samples.distinctClass.ungraded.count)
    for report in Samples.distinctClass.entries {
      let row = try #require(rows.first { $0[0].hasSuffix(Sanitised(report.handIn.name).line) })
      #expect(row[1] == (report.isPass ? "pass" : "fail"))
      #expect(row[2...4] == [report.earned, report.points, report.percent].map(\.twoDecimals)[...])
      for part in report.parts {
        let column = try #require(header.firstIndex(of: part.id))
        #expect(row[column] == part.earned.twoDecimals)
      }
    }
  }

  @Test("A computed 0 is 0.00, and what was not graded has no score at all")
  func zeroIsNotNothing() throws {
    let rows = sheet(Samples.distinctClass)
    let zero = try #require(rows.first { $0[0] == "does-not-compile" })
    #expect(zero[2] == "0.00")
    let ungraded = try #require(rows.first { $0[0] == "late" })
    #expect(ungraded[1] == "notGraded")
    #expect(ungraded[2...].joined() == "")
  }

  @Test("Rows stand in the order of names, graded or not")
  func order() {
    let names = sheet(
      ClassReport(
        entries: ["c", "a"].map {
          Samples.report(HandIn(name: $0, receipt: Samples.receipt), Samples.full.parts)
        }, ungraded: [.init(name: "b", reason: "ours")], passMark: 60)
    ).dropFirst().map { $0[0] }
    #expect(names == ["a", "b", "c"])
  }

  @Test(
    "Cells come back as they went in",
    arguments: [
      "plain", "Roe, Jane", "the \"best\"", "two\nlines", " space ", "", "::x", "##[x", "a\r\nb",
      "-5", "-0.25", "7.50",
      // To Swift a comma with an accent on it is another character; to a spreadsheet it is a comma.
      "Roe,\u{301}pass", "\u{301},\u{301}", "Roe\"\u{301}", "\"\u{301},\"", "::\u{301}x",
      "x \u{301}",
    ])
  func roundTrip(cell: String) {
    var csv = CSV()
    csv.add([cell, "next", cell])
    #expect(rows(csv.text) == [[cell, "next", cell]])
  }

  @Test(
    "What a spreadsheet would run gets an apostrophe",
    arguments: [
      "=1+1", "+cmd", "-cmd", "@x", "=\"a,b\"", "--5", "-", "-1.2.3", "+5", "-5e3", "＝1",
      "=\u{301}1", "-\u{301}5",
    ])
  func formulas(cell: String) {
    var csv = CSV()
    csv.add([cell])
    #expect(rows(csv.text) == [["'" + cell]])
  }
}
