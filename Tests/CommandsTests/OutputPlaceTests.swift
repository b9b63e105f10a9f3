import Foundation
import Testing

@Suite("Where reports may go")
struct OutputPlaceTests {
  @Test(
    "Never where the next run would take them for work",
    arguments: [
      (["class"], "class"), (["class"], "class/reports"), (["class"], "class/a/reports"),
      (["class/"], "link"), (["link"], "class/reports"), (["class"], "link/new/reports"),
      (["class/a"], "class/a"), (["class/a"], "class/a/b/../reports"),
      (["class/a", "class/b"], "class"), (["class/a/Submission.swift", "class/b"], "class"),
    ])
  func refused(paths: [String], output: String) throws {
    try withClass { folder in
      let tool = try Tool(
        ["grade"] + paths.map { "\(folder)/\($0)" } + ["--output", "\(folder)/\(output)"])
      #expect(tool.status == 65)
      #expect(tool.errors.contains("would lie among the submissions"), "\(tool.errors)")
      #expect(tool.errors.split(separator: "\n").count == 1)
      let left = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      #expect(
        left == [
          "class", "class/a", "class/a/Submission.swift", "class/b", "class/b/Submission.swift",
          "link",
        ])
    }
  }

  @Test("Beside them is fine", arguments: ["class-reports", "reports/deep"])
  func allowed(output: String) throws {
    try withClass { folder in
      let tool = try Tool(["grade", "\(folder)/class", "--output", "\(folder)/\(output)"])
      #expect(tool.status == 0, "\(tool.errors)")
    }
  }

  @Test("Somebody's own file called journal is left alone")
  func foreign() throws {
    try withClass { folder in
      let path = "\(folder)/reports"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      try "Dear diary\n".write(toFile: "\(path)/journal", atomically: true, encoding: .utf8)
      let tool = try Tool(["grade", "\(folder)/class", "--output", path])
      #expect(tool.status == 70)
      #expect(tool.errors.contains("\(path)/journal"))
      #expect(try String(contentsOfFile: "\(path)/journal", encoding: .utf8) == "Dear diary\n")
    }
  }

  /// A class of two, and a link to it.
  private func withClass(_ body: (String) throws -> Void) throws {
    try Scratch.withFolder { folder in
      try Scratch.makeClass(of: ["full-marks", "nothing-yet"], in: "\(folder)/class")
      for (name, new) in [("full-marks", "a"), ("nothing-yet", "b")] {
        try FileManager.default.moveItem(
          atPath: "\(folder)/class/\(name)", toPath: "\(folder)/class/\(new)")
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "\(folder)/class")
      try body(folder)
    }
  }
}
