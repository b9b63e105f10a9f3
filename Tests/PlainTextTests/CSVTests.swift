import Testing

@testable import PlainText

@Suite("Tables")
struct CSVTests {
  private func cells(_ text: String) -> [[String]] { CSV(text).records.map(\.cells) }

  @Test(
    "What is written by the rules of RFC 4180 is read back",
    arguments: [
      [["a", "b"], ["1", "2"]], [["a"], ["b"]], [["a,b", "\"quoted\"", ""], ["", " x ", "é"]],
      [["two\nlines", "x"], ["1\r\n2", "y"]], [["a;b", "c\td"], ["[1, 2]", "\"\""]],
    ], CSV.Separator.allCases)
  func roundTrip(rows: [[String]], separator: CSV.Separator) {
    let between = String(UnicodeScalar(separator.rawValue))
    let lines = rows.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: between)
    }
    for end in ["\n", "\r\n", "\r"] {
      for text in [lines.joined(separator: end), "\u{FEFF}" + lines.joined(separator: end) + end] {
        let table = CSV(text)
        #expect(table.records.map(\.cells) == rows && table.faults.isEmpty)
        if rows[0].count > 1 { #expect(table.separator == separator) }
      }
    }
  }

  @Test(
    "Cells without quotes are taken as they stand, and only quotes around a whole cell count",
    arguments: [
      ("a, b ,c", [["a", " b ", "c"]]), ("a,\"b\" ,c", [["a", "b", "c"]]),
      ("a, \"b,c\"", [["a", "b,c"]]), ("a\"b,c", [["a\"b", "c"]]), (",,", [["", "", ""]]),
      ("a\n\n\nb\n", [["a"], ["b"]]), ("\"\"\na", [["a"]]), ("sep=;\na;b,c", [["a", "b,c"]]),
      ("a;b\n1,5;2,5", [["a", "b"], ["1,5", "2,5"]]),
      ("id;dW1[0,1];x[0,1,2]", [["id", "dW1[0,1]", "x[0,1,2]"]]),
      ("", []), ("\u{FEFF}", []),
    ] as [(String, [[String]])])
  func plain(text: String, rows: [[String]]) {
    #expect(cells(text) == rows)
    #expect(CSV(text).faults.isEmpty)
  }

  @Test("Records know the line on which they begin")
  func lines() {
    #expect(CSV("a,b\r\n\"1\n2\",3\r\n\n4,5").records.map(\.line) == [1, 2, 5])
  }

  @Test("What is against the rules is a fault with its line")
  func faults() {
    let open = CSV("a,b\n1,2\n3,\"4\n5,6")
    #expect(open.records.map(\.cells) == [["a", "b"], ["1", "2"]])
    #expect(open.faults.map(\.line) == [3])
    let behind = CSV("a,b\n\"1\"x,2")
    #expect(behind.records.map(\.cells) == [["a", "b"], ["1x", "2"]])
    #expect(behind.faults.map(\.line) == [2])
    let latin = CSV(parsing: Array("a,b\nJos".utf8) + [0xe9] + Array(",2".utf8))
    #expect(latin.records.count == 2 && latin.faults.map(\.line) == [2])
    #expect(CSV(parsing: [0xff, 0xfe, 0x61, 0]).faults.count == 1)
  }
}
