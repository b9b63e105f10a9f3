import Foundation
import Testing

@Suite("gradecheck grade", .serialized)
struct GradeTests {
  private static let folder = "Tests/Submissions/affine-relu"

  private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  @Test("One submission passes with 0 or fails with 1, and says so in its first word")
  func one() throws {
    let right = try Tool(["grade", "\(Self.folder)/full-marks"])
    #expect(right.status == 0)
    #expect(right.output.hasPrefix("PASS"))
    let todo = try Tool(["grade", "\(Self.folder)/nothing-yet"])
    #expect(todo.status == 1)
    #expect(todo.output.hasPrefix("FAIL"))
    #expect(todo.errors.isEmpty)
  }

  @Test("The pass mark is the course's to set")
  func passMark() throws {
    #expect(try Tool(["grade", "\(Self.folder)/nothing-yet", "--pass-mark", "0"]).status == 0)
  }

  @Test("Two runs of a class leave the same bytes, whatever the jobs and the cache")
  func reproducible() throws {
    try withFolder { root in
      let names = ["first", "second"]
      let extra = [["--jobs", "2"], ["--jobs", "1", "--no-cache"]]
      for (name, options) in zip(names, extra) {
        let output = root.appendingPathComponent(name).path
        let words = ["grade", Self.folder, "--output", output, "--time-limit", "2"]
        let tool = try Tool(words + options)
        #expect(tool.status == 0, "\(tool.errors)")
      }
      let files = try FileManager.default.subpathsOfDirectory(atPath: root.path + "/first")
      #expect(files.contains("grades.csv"))
      #expect(files.contains("full-marks/report.json"))
      for file in files where !file.hasSuffix("run.json") {
        #expect(
          FileManager.default.contents(atPath: "\(root.path)/first/\(file)")
            == FileManager.default.contents(atPath: "\(root.path)/second/\(file)"), "\(file)")
      }
    }
  }

  @Test(
    "The numbers behind a mark are written for the staff alone", arguments: ["student", "staff"])
  func audience(_ audience: String) throws {
    try withFolder { root in
      let words = ["--output", root.path, "--audience", audience]
      _ = try Tool(["grade", "\(Self.folder)/mean-bias-gradient"] + words)
      let evidence = try? String(contentsOfFile: root.path + "/evidence.json", encoding: .utf8)
      #expect((evidence != nil) == (audience == "staff"))
      #expect(evidence?.contains("\"expected\"") ?? true)
      let report = try String(contentsOfFile: root.path + "/report.json", encoding: .utf8)
      #expect(!report.contains("\"expected\""))
    }
  }

  @Test("What an earlier run wrote for the staff does not lie beside a report for a student")
  func staffBefore() throws {
    try withFolder { root in
      let paths = ["full-marks", "mean-bias-gradient"].map { "\(Self.folder)/\($0)" }
      for paths in [paths, [paths[1]]] {
        let place = paths.count == 1 ? "" : "/mean-bias-gradient"
        for audience in ["staff", "student"] {
          _ = try Tool(["grade", "--output", root.path, "--audience", audience] + paths)
          let evidence = "\(root.path)\(place)/evidence.json"
          #expect(FileManager.default.fileExists(atPath: evidence) == (audience == "staff"))
        }
      }
    }
  }

  @Test("An output folder that cannot be made is one line, before anything is graded")
  func outputFolder() throws {
    let tool = try Tool(["grade", "\(Self.folder)/full-marks", "--output", "LICENSE/reports"])
    #expect(tool.status == 65)
    #expect(tool.errors.contains("cannot write reports into 'LICENSE/reports'"))
  }

  @Test("An empty class is one line")
  func emptyClass() throws {
    try withFolder { root in
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      let tool = try Tool(["grade", root.path])
      #expect(tool.status == 65)
      #expect(tool.errors.contains("there is no submission in"))
    }
  }
}
