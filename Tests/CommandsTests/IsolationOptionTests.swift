import Foundation
import Testing

@Suite("--isolation", .serialized)
struct IsolationOptionTests {
  private static let path = "Tests/Submissions/affine-relu/full-marks"

  private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try body(folder)
  }

  @Test("Limits alone are worth a warning, and stand in run.json and in no report")
  func limits() throws {
    try withFolder { folder in
      let output = folder.path + "/reports"
      let tool = try Tool(["grade", Self.path, "--isolation", "limits", "--output", output])
      #expect(tool.status == 0)
      #expect(tool.errors.hasPrefix("gradecheck: warning: isolation is limits alone"))
      #expect(tool.errors.split(separator: "\n").count == 1)
      let run = try String(contentsOfFile: output + "/run.json", encoding: .utf8)
      #expect(run.contains("\"isolation\": \"limits\""))
      let report = try String(contentsOfFile: output + "/report.json", encoding: .utf8)
      #expect(!report.contains("isolation"))
    }
  }

  @Test("Required isolation fails closed, with one line and our exit code")
  func required() throws {
    let words = ["grade", Self.path, "--isolation", "limits", "--require-isolation", "strong"]
    let tool = try Tool(words)
    #expect(tool.status == 70)
    #expect(tool.output.isEmpty)
    #expect(tool.errors.hasPrefix("gradecheck: Strong isolation is required"))
  }

  @Test("A level asked for by name never gives way to a weaker one")
  func byName() throws {
    try withFolder { folder in
      // A bwrap that is installed and broken, as it often is.
      let broken = folder.path + "/bwrap"
      try "#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2; exit 1\n"
        .write(toFile: broken, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: broken)
      let path = folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
      let words = ["grade", Self.path, "--isolation", "bubblewrap"]
      let tool = try Tool(words, environment: ["PATH": path])
      #expect(tool.status == 70)
      #expect(tool.errors.contains("bubblewrap does not hold here"))
      #expect(tool.errors.contains("setting up uid map: Permission denied"))
    }
  }

  @Test(
    "Unknown words are wrong usage",
    arguments: [["--isolation", "strong"], ["--require-isolation", "weak"]])
  func usage(words: [String]) throws {
    #expect(try Tool(["grade", Self.path] + words).status == 64)
  }

  @Test("The seed cannot be read from our command line")
  func seed() throws {
    try withFolder { folder in
      let source = """
        import Coursework
        import Foundation
        struct Trouble: Error, CustomStringConvertible { let description: String }
        struct Submission: AffineReLU {
          func relu(z: Tensor) throws -> Tensor {
            let line = FileManager.default.contents(atPath: "/proc/\\(getppid())/cmdline") ?? Data()
            let words = line.map { $0 == 0 ? 32 : $0 }
            throw Trouble(description: "seen: " + String(decoding: words, as: UTF8.self))
          }
        }
        """
      let file = folder.path + "/Submission.swift"
      try source.write(toFile: file, atomically: true, encoding: .utf8)
      let words = ["grade", file, "--audience", "staff", "--format", "json", "--pass-mark", "47"]
      // Without a seed there is nothing to hide, and the submission really sees the line.
      #expect(try Tool(words).output.contains("--pass-mark 47"))
      let tool = try Tool(words + ["--seed", "top-secret-4711"])
      #expect(tool.output.contains("seen: "))
      #expect(!tool.output.contains("4711"))
      #expect(!tool.output.contains("--pass-mark"))
    }
  }
}
