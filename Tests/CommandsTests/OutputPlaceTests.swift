import Foundation
import Testing

@Suite("Where reports may go")
struct OutputPlaceTests {
  @Test(
    "Never where the next run would take them for work",
    arguments: [
      (["work"], "work"), (["work"], "work/reports"), (["work"], "work/a/reports"),
      (["work/"], "link"), (["link"], "work/reports"), (["work"], "link/new/reports"),
      (["work/a"], "work/a"), (["work/a"], "work/a/b/../reports"),
      (["work/a", "work/b"], "work"), (["work/a/Submission.swift", "work/b"], "work"),
    ])
  func refused(paths: [String], output: String) throws {
    try withWork { folder in
      let tool = try Tool(
        ["grade"] + paths.map { "\(folder)/\($0)" } + ["--output", "\(folder)/\(output)"])
      #expect(tool.status == 65)
      #expect(tool.errors.contains("would lie among the submissions"), "\(tool.errors)")
      #expect(tool.errors.split(separator: "\n").count == 1)
      let left = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      #expect(
        left == [
          "link", "work", "work/a", "work/a/Submission.swift", "work/b", "work/b/Submission.swift",
        ])
    }
  }

  @Test("Beside them is fine", arguments: ["work-reports", "reports/deep"])
  func allowed(output: String) throws {
    try withWork { folder in
      let tool = try Tool(["grade", "\(folder)/work", "--output", "\(folder)/\(output)"])
      #expect(tool.status == 0, "\(tool.errors)")
    }
  }

  @Test("Somebody's own file called journal is left alone")
  func foreign() throws {
    try withWork { folder in
      let path = "\(folder)/reports"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      try "Dear diary\n".write(toFile: "\(path)/journal", atomically: true, encoding: .utf8)
      let tool = try Tool(["grade", "\(folder)/work", "--output", path])
      #expect(tool.status == 70)
      #expect(tool.errors.contains("\(path)/journal"))
      #expect(try String(contentsOfFile: "\(path)/journal", encoding: .utf8) == "Dear diary\n")
    }
  }

  /// A class of two, and a link to it.
  private func withWork(_ body: (String) throws -> Void) throws {
    try Scratch.withFolder { folder in
      try Scratch.makeClass(of: ["full-marks", "nothing-yet"], in: "\(folder)/work")
      for (name, new) in [("full-marks", "a"), ("nothing-yet", "b")] {
        try FileManager.default.moveItem(
          atPath: "\(folder)/work/\(name)", toPath: "\(folder)/work/\(new)")
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "\(folder)/work")
      try body(folder)
    }
  }
}
