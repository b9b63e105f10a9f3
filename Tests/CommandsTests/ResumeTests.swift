import Foundation
import Testing

/// A run whose end is missing: one of its submissions could not be written, so its journal is there.
@Suite("A run that goes on", .serialized)
struct ResumeTests {
  private static let names = ["full-marks", "half-finished", "swapped-weights"]
  private static let seed = "s3cret"

  /// Runs `body` with folders of submissions and of unfinished reports.
  private func withUnfinished(
    _ body: (_ work: String, _ output: String) throws -> Void
  ) throws {
    try Scratch.withFolder { folder in
      let (work, output) = ("\(folder)/work", "\(folder)/output")
      try Scratch.makeClass(of: Self.names, in: work)
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
      // Where a file stands no folder can be made, not even by root.
      let obstacle = "\(output)/swapped-weights"
      try Data().write(to: URL(fileURLWithPath: obstacle))
      let tool = try Self.grade(work, output)
      try #require(tool.status == 3, "\(tool.errors)")
      #expect(
        tool.errors.contains("not graded  swapped-weights: cannot write '\(obstacle)': "),
        "\(tool.errors)")
      #expect(tool.output.contains("swapped-weights"))
      try FileManager.default.removeItem(atPath: obstacle)
      try body(work, output)
    }
  }

  private static func grade(_ work: String, _ output: String, _ options: [String] = []) throws
    -> Tool
  {
    try Tool(["grade", work, "--output", output, "--seed", seed, "--jobs", "1"] + options)
  }

  /// What an undisturbed run of the unchanged class writes.
  private static let right = Result {
    try Scratch.withFolder { folder in
      try Scratch.makeClass(of: names, in: "\(folder)/work")
      return try undisturbed("\(folder)/work")
    }
  }

  /// What an undisturbed run of the same class writes.
  private static func undisturbed(
    _ work: String, _ options: [String] = []
  ) throws -> [String: Data] {
    try Scratch.withFolder { folder in
      let tool = try grade(work, "\(folder)/output", options)
      try #require(tool.status == 0, "\(tool.errors)")
      return try Scratch.files("\(folder)/output")
    }
  }

  /// Goes on, and holds that `kept` submissions are not graded anew and that the bytes are right.
  private func goOn(
    _ work: String, _ output: String, kept: Int, to right: [String: Data]? = nil
  ) throws {
    let tool = try Self.grade(work, output)
    #expect(tool.status == 0, "\(tool.errors)")
    let line = "\(kept) of 3 were finished before and are kept\n"
    #expect(tool.errors.contains("were finished before") == (kept > 0), "\(tool.errors)")
    #expect(kept == 0 || tool.errors.contains(line), "\(tool.errors)")
    #expect(tool.errors.contains("[\(kept + 1)/3] "))
    #expect(try Scratch.files(output) == right ?? Self.right.get())
    #expect(FileManager.default.fileExists(atPath: "\(output)/run.json"))
  }

  @Test("What was finished is kept, and the end is as if nothing had happened")
  func kept() throws {
    try withUnfinished { work, output in
      let journal = try String(contentsOfFile: "\(output)/journal", encoding: .utf8)
      #expect(journal.split(separator: "\n").count == 3)
      #expect(!journal.contains(Self.seed))
      try goOn(work, output, kept: 2)
      #expect(!FileManager.default.fileExists(atPath: "\(output)/journal"))
    }
  }

  @Test(
    "A file that was touched costs its submission's rest, and no other's",
    arguments: [
      "full-marks/report.json", "full-marks/report.txt", "records/full-marks.safetensors",
    ],
    [true, false])
  func touched(file: String, isThere: Bool) throws {
    try withUnfinished { work, output in
      let path = URL(fileURLWithPath: "\(output)/\(file)")
      if isThere {
        var bytes = try Data(contentsOf: path)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: path)
      } else {
        try FileManager.default.removeItem(at: path)
      }
      try goOn(work, output, kept: 1)
    }
  }

  @Test("A report and a journal that were changed together are still found out")
  func forged() throws {
    try withUnfinished { work, output in
      let report = URL(fileURLWithPath: "\(output)/half-finished/report.txt")
      try Data(contentsOf: URL(fileURLWithPath: "\(output)/full-marks/report.txt"))
        .write(to: report)
      let journal = "\(output)/journal"
      var text = try String(contentsOfFile: journal, encoding: .utf8)
      let right = try #require(text.firstMatch(of: /full-marks\/report.txt":"(\w{64})/)?.1)
      let wrong = try #require(text.firstMatch(of: /half-finished\/report.txt":"(\w{64})/)?.1)
      text = text.replacingOccurrences(of: wrong, with: right)
      try text.write(toFile: journal, atomically: false, encoding: .utf8)
      try goOn(work, output, kept: 1)
    }
  }

  @Test("A submission that was changed is graded anew", arguments: ["a line", "a file", "a link"])
  func changed(what: String) throws {
    try withUnfinished { work, output in
      let file = "\(work)/half-finished/Submission.swift"
      switch what {
      case "a line":
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try (text + "// one more\n").write(toFile: file, atomically: true, encoding: .utf8)
      case "a file":
        try "let more = 1\n".write(
          toFile: "\(work)/half-finished/More.swift", atomically: true, encoding: .utf8)
      default:
        // It counts for nothing, but the report says so.
        try FileManager.default.createSymbolicLink(
          atPath: "\(work)/half-finished/More.swift", withDestinationPath: file)
      }
      try goOn(work, output, kept: 1, to: Self.undisturbed(work))
    }
  }

  @Test(
    "Under other conditions all is graded anew",
    arguments: [
      ["--seed", "other"], ["--pass-mark", "10"], ["--time-limit", "4"], ["--audience", "staff"],
      ["--format", "junit"],
    ])
  func conditions(options: [String]) throws {
    try withUnfinished { work, output in
      let tool = try Self.grade(work, output, options)
      #expect(tool.status == 0 && tool.errors.contains("[1/3] "), "\(tool.errors)")
      for (file, bytes) in try Self.undisturbed(work, options) {
        #expect(FileManager.default.contents(atPath: "\(output)/\(file)") == bytes, "\(file)")
      }
    }
  }

  @Test("A draft that a killed run left is swept away", arguments: ["", "/records", "/full-marks"])
  func draft(folder: String) throws {
    try withUnfinished { work, output in
      try Data().write(to: URL(fileURLWithPath: "\(output)\(folder)/.gradecheck-5eed"))
      if folder == "/full-marks" {
        // It was being written when the run was killed, so the journal has no line of it.
        let journal = "\(output)/journal"
        let text = try String(contentsOfFile: journal, encoding: .utf8)
        let lines = text.split(separator: "\n").filter { !$0.contains("full-marks") }
        try (lines.joined(separator: "\n") + "\n")
          .write(toFile: journal, atomically: false, encoding: .utf8)
      }
      try goOn(work, output, kept: folder == "/full-marks" ? 1 : 2)
    }
  }

  @Test("Reports that are not all there are not judged again")
  func regrade() throws {
    try withUnfinished { work, output in
      try FileManager.default.removeItem(atPath: "\(output)/run.json")
      let tool = try Tool(["regrade", output])
      #expect(tool.status == 65)
      #expect(tool.errors.contains("came to its end"))
    }
  }

  @Test("A second run into the folder is turned away with one line, and the first goes on")
  func busy() throws {
    try withUnfinished { work, output in
      let descriptor = open("\(output)/journal", O_RDWR)
      defer { close(descriptor) }
      try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      let before = try Scratch.files(output)
      let tool = try Self.grade(work, output)
      #expect(tool.status == 70)
      #expect(
        tool.errors == "gradecheck: Another run writes into the folder: \(output). "
          + "Wait for its end, or give another --output.\n")
      #expect(try Scratch.files(output) == before)
      #expect(FileManager.default.fileExists(atPath: "\(output)/run.json"))
    }
  }
}
