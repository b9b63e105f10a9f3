import Classroom
import Foundation
import Grading
import Testing

/// Folders that are traps: a right solution in one still earns its points, nothing outside of the
/// folder is read, and nobody waits.
@Suite("Hostile folders")
struct HostileTreeTests {
  struct Trap: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let earned: Ratio
    let set: @Sendable (_ folder: String, _ canary: Canary) throws -> Void

    init(
      _ name: String, earning earned: Ratio = 2,
      _ set: @escaping @Sendable (_ folder: String, _ canary: Canary) throws -> Void
    ) {
      testDescription = name
      self.earned = earned
      self.set = set
    }
  }

  private static let submission = "/Submission.swift"

  private static func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// A file that claims three gigabytes and takes none.
  private static func sparse(_ path: String) {
    close(open(path, O_WRONLY | O_CREAT, 0o600))
    truncate(path, 3 << 30)
  }

  static let traps = [
    Trap("links to what is not theirs") { folder, canary in
      for name in ["Reference.swift", "answers.txt", "notes"] {
        symlink("\(canary.folder)/secret", "\(folder)/\(name)")
      }
      symlink(canary.folder, folder + "/more")
    },
    Trap("the submission itself is a link", earning: 0) { folder, canary in
      unlink(folder + submission)
      symlink("\(canary.folder)/secret", folder + submission)
    },
    Trap("the submission itself is a folder", earning: 0) { folder, _ in
      unlink(folder + submission)
      mkdir(folder + submission, 0o700)
    },
    Trap("the submission itself is a pipe", earning: 0) { folder, _ in
      unlink(folder + submission)
      mkfifo(folder + submission, 0o600)
    },
    Trap("pipes that nobody writes to") { folder, _ in
      for name in ["Notes.swift", "answers.txt", "x"] { mkfifo("\(folder)/\(name)", 0o600) }
    },
    Trap("files of three gigabytes") { folder, _ in
      for name in ["Large.swift", "answers.txt", "x"] { sparse("\(folder)/\(name)") }
    },
    Trap("a name with line breaks and commands") { folder, _ in
      try write("garbage", folder + "/a\n::error::owned\n.swift")
      try write("garbage", folder + "/\u{1B}[2J\u{202E}.swift")
    },
    Trap("names that read as options") { folder, _ in
      for name in ["-o.swift", "--help.swift", "-Xfrontend.swift", "@response.swift"] {
        try write("let \(name.filter(\.isLetter)) = 1\n", "\(folder)/\(name)")
      }
    },
    Trap("ten thousand files", earning: 0) { folder, _ in
      for number in 0...10_000 { close(open("\(folder)/\(number)", O_WRONLY | O_CREAT, 0o600)) }
    },
    Trap("folders in each other, ninety deep") { folder, _ in
      let deep = folder + "/" + Array(repeating: "d", count: 90).joined(separator: "/")
      try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
      try write("garbage", deep + "/Deep.swift")
    },
    Trap("a package, which would run while it is read") { folder, canary in
      try write(
        "import Foundation\ntry Data().write(to: URL(fileURLWithPath: \"\(canary.folder)/run\"))\n",
        folder + "/Package.swift")
    },
    Trap("a program that prints PASSED") { folder, _ in
      try write("print(\"PASSED\")\n", folder + "/main.swift")
    },
    Trap("a NUL, and bytes that are no text") { folder, _ in
      try write("let nothing = 0\0\n", folder + "/Nul.swift")
      try Data([0x6C, 0xFF, 0xC0, 0x80, 0x0A]).write(
        to: URL(fileURLWithPath: folder + "/Bad.swift"))
    },
    Trap("a mark of byte order, and line ends of another system") { folder, _ in
      let text = try String(contentsOfFile: folder + submission, encoding: .utf8)
      try write("\u{FEFF}" + text.replacing("\n", with: "\r\n"), folder + submission)
    },
    Trap("another module's map and interface") { folder, _ in
      try write("module Coursework { header \"/etc/passwd\" }\n", folder + "/module.modulemap")
      try write("garbage", folder + "/Coursework.swiftinterface")
    },
    Trap("a place that is not its own, for the compiler to quote", earning: 0) { folder, canary in
      try write(
        "#sourceLocation(file: \"\(canary.folder)/secret\", line: 1)\nlet x: Int = \"\"\n",
        folder + submission)
    },
  ]

  @Test("A right solution among traps earns its points", .timeLimit(.minutes(5)), arguments: traps)
  func trap(_ trap: Trap) throws {
    let canary = try Canary()
    try ReLUOnly.withFolder { folder in
      try HostileSubmission(id: "00_honest").handIn(to: folder, canary: canary)
      try trap.set(folder, canary)
      let report = try ReLUOnly.grader().grade(FoundSubmission(name: "s", path: folder))
      #expect(report.earned == trap.earned, "\(report.handIn)")
      expectWellFormed(report, hiding: canary.secret)
    }
    #expect(canary.harm == [])
  }
}
