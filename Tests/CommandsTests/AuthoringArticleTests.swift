import Foundation
import Testing

/// Follows the article on adding an assignment, command by command, in a copy of the source tree.
@Suite("Adding an assignment, as the article says")
struct AuthoringArticleTests {
  /// It builds the tool anew, twice: minutes, which every full run need not spend.
  private static let isAsked =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"

  private static let article = "Sources/Commands/Commands.docc/AddingAnAssignment.md"

  private static func commands() throws -> [String] {
    try String(contentsOf: Tool.root.appending(path: article), encoding: .utf8)
      .components(separatedBy: "```sh\n").dropFirst()
      .flatMap { $0.components(separatedBy: "\n```")[0].split(separator: "\n") }
      .map(String.init)
  }

  @Test("The article has commands, and they are of the tool")
  func commands() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 5)
    #expect(commands.allSatisfy { $0.hasPrefix("swift run gradecheck ") })
  }

  @Test(
    "Every command does what the article says",
    .enabled(if: isAsked, "builds the tool twice; set GRADECHECK_REQUIRE_EXTRAS=1"))
  func follow() throws {
    try ScaffoldTests.withCopy { copy in
      for command in try Self.commands() {
        let (status, output) = try Self.run(command, in: copy)
        // The example submissions of an article need not all pass.
        #expect(status == 0, "\(command)\n\(output.suffix(2000))")
        if command.contains(" examine ") {
          #expect(output.contains("Wrong answers missed: 0 of"), "\(output)")
          #expect(output.contains("Right answers failed: 0 of"), "\(output)")
        }
      }
    }
  }

  private static func run(_ command: String, in folder: URL) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    let log = folder.appending(path: "output.log")
    _ = FileManager.default.createFile(atPath: log.path(), contents: nil)
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: log, encoding: .utf8))
  }
}
