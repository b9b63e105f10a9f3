import Foundation
import Testing

/// Every command of the README is run as printed, and what it shows is what the tool prints.
@Suite("README", .serialized)
struct ReadmeTests {
  static let text =
    (try? String(contentsOf: Tool.root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""

  /// The contents of all fenced blocks of one kind.
  private static func blocks(_ kind: String) -> [String] {
    text.components(separatedBy: "```\(kind)\n").dropFirst()
      .map { $0.components(separatedBy: "\n```")[0] }
  }

  static let commands = blocks("sh").flatMap { $0.split(separator: "\n").map(String.init) }

  @Test("There are commands to run, the main job first and then the tests")
  func order() throws {
    try #require(Self.commands.count >= 6)
    #expect(Self.commands[0].hasPrefix("swift run gradecheck grade "))
    #expect(Self.commands[1] == "swift test")
  }

  private static func needsPython(_ command: String) -> Bool {
    command.contains("Submissions/python")
  }

  @Test(
    "A command of the README for Python works as printed",
    .enabled(if: PythonGradeTests.isThere, "no python3 with NumPy here"),
    arguments: commands.filter(needsPython))
  func pythonCommand(_ command: String) throws { try run(command) }

  @Test(
    "A command of the README works as printed", arguments: commands.filter { !needsPython($0) })
  func command(_ command: String) throws { try run(command) }

  private func run(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    if command == "swift test" {
      return  // That is the run that we are in.
    } else if words.starts(with: ["swift", "run", "gradecheck"]) {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: folder) }
      func run(_ words: [String]) throws -> Tool {
        try Tool(
          words.dropFirst(3).map {
            ["reports", "sheets", "homework"].contains($0) ? folder.path : $0
          })
      }
      // What judges again needs the reports that an earlier command of the page left.
      if words[3] == "regrade" {
        let grading = try #require(Self.commands.first { $0.hasSuffix("--output reports") })
        _ = try run(grading.split(separator: " ").map(String.init))
      }
      let tool = try run(words)
      // A submission below the pass mark is an answer, not a failure of the command.
      #expect([0, 1].contains(tool.status), "\(tool.errors)")
      #expect(!tool.output.isEmpty)
    } else {
      let run = try #require(
        command.wholeMatch(of: /SUBMISSION=(\S+) swift test --filter SubmissionTests/))
      let status = try Self.testRun(submission: String(run.1))
      #expect(status == 0)
    }
  }

  @Test(
    "A submission that fails, fails as a test run too",
    arguments: ["nothing-yet", "does-not-compile"])
  func redTestRun(name: String) throws {
    #expect(try Self.testRun(submission: "Tests/Submissions/affine-relu/\(name)") != 0)
  }

  /// Runs the built test bundle itself: `swift test` within `swift test` would wait for ever.
  private static func testRun(submission: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--testing-library", "swift-testing", "--filter", "SubmissionTests"]
    process.currentDirectoryURL = Tool.root
    process.environment = ProcessInfo.processInfo.environment.merging(["SUBMISSION": submission]) {
      $1
    }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("The report and the table in the README are what the commands print")
  func pictures() throws {
    let report = try Tool(["grade", "Tests/Submissions/affine-relu/mean-bias-gradient"]).output
    let table = try Tool(["grade", "Tests/Submissions/affine-relu", "--quiet"]).output
    let pictures = Self.blocks("text")
    try #require(pictures.count == 2)
    #expect(report.hasPrefix(pictures[0]))
    #expect(pictures[1] + "\n" == table)
  }
}
