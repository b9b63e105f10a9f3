import Foundation
import Testing

@Suite("Tables of a class's answers", .serialized)
struct TableTests {
  static let table = "Tests/Submissions/tables/backprop-2-2-1.csv"
  private static let assignment = ["--assignment", "backprop-2-2-1"]

  @Test("A table is a class: a row a report, and each earns what its own sheet would")
  func grades() throws {
    try Scratch.withFolder { root in
      let words = ["grade", Self.table, "--output", "\(root)/all", "--quiet"] + Self.assignment
      let tool = try Tool(words)
      #expect(tool.status == 0)
      #expect(tool.errors.contains("line 1: there is no slot 'Submitted at'"))
      let files = try Scratch.files("\(root)/all")
      #expect(["ada", "bob", "cem"].allSatisfy { files["\($0)/report.json"] != nil })
      let lines = tool.output.split(separator: "\n")
      #expect(lines[0].contains("ada  16/16") && lines[1].contains("bob  14/16"))
      // The same command again finds all of it done; a row depends on no other row.
      #expect(try Tool(words).output == tool.output)
      let text = try String(contentsOfFile: "\(Tool.root.path)/\(Self.table)", encoding: .utf8)
      let two = text.split(separator: "\n").filter { !$0.hasPrefix("bob") }
      try two.joined(separator: "\r\n").write(
        toFile: "\(root)/backprop-2-2-1.csv", atomically: true, encoding: .utf8)
      _ = try Tool(
        ["grade", "\(root)/backprop-2-2-1.csv", "--output", "\(root)/two"] + Self.assignment)
      #expect(try Scratch.files("\(root)/two")["ada/report.json"] == files["ada/report.json"])
      let report = String(decoding: try #require(files["ada/report.txt"]), as: UTF8.self)
      #expect(report.contains("2-2-1 network, the part by hand") && !report.contains("todo"))
      // Nothing but what was recorded is needed.
      let regraded = try Tool(["regrade", "\(root)/all", "--dry-run"])
      #expect(regraded.status == 0 && regraded.output.contains("3 unchanged"))
    }
  }

  @Test("Rows that nobody can be sure about are not graded, and the others are")
  func unsure() throws {
    try Scratch.withFolder { root in
      let path = "\(root)/class.csv"
      try "id;z2;zz1;z2\nada;1,1059;1;\nada;1;1;\n;1;;\n../eve;1.1059;;\n".write(
        toFile: path, atomically: true, encoding: .utf8)
      let tool = try Tool(["grade", path, "--quiet"] + Self.assignment)
      #expect(tool.status == 3)
      #expect(tool.output.contains("ada (line 3)  stands twice in the table; line 2 counts"))
      #expect(tool.output.contains("line 4"))
      #expect(tool.output.contains(".-eve  1/16") || tool.output.contains("-.-eve"))
      #expect(tool.errors.contains("there is no slot 'zz1'; did you mean 'z1'?"))
      #expect(tool.errors.contains("the column 'z2' stands twice"))
    }
  }

  @Test("verify looks at every row, and passes only if all are right")
  func verifies() throws {
    let tool = try Tool(["verify", Self.table] + Self.assignment)
    #expect(tool.status == 1)
    #expect(tool.output.hasPrefix("PASS  ada"))
    #expect(tool.output.contains("FAIL  bob") && tool.output.contains("FAIL  cem"))
    #expect(tool.output.contains("backprop-2-2-1.csv:4:1: z2: 'about 1.1' is not a number"))
    let page = try Tool(["explain", Self.table] + Self.assignment)
    #expect(page.status == 0 && page.output.contains("cem"))
  }
}
