import Foundation
import Testing

/// Disks that refuse, made of memory in a mount namespace of the test's own; they vanish with it.
@Suite("A disk that refuses", .serialized)
struct FullDiskTests {
  /// How the namespace is entered, where this machine lets us.
  private static let entry: [String]? = [
    ["--mount"], ["--user", "--map-root-user", "--mount"],
  ].first { (try? run($0, "mount -t tmpfs tmpfs /mnt")) == 0 }

  private static let isRequired =
    ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"

  private static func run(_ entry: [String], _ script: String, _ words: [String] = []) throws
    -> Int32
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = entry + ["/bin/sh", "-c", script, "sh"] + words
    process.currentDirectoryURL = Tool.root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static let names = ["full-marks", "half-finished", "swapped-weights"]

  /// What an undisturbed run writes.
  private static let right = Result {
    try Scratch.withFolder { folder in
      try Scratch.makeClass(of: names, in: "\(folder)/work")
      let tool = try Tool(["grade", "\(folder)/work", "--output", "\(folder)/right", "--quiet"])
      try #require(tool.status == 0, "\(tool.errors)")
      return try Scratch.files("\(folder)/right")
    }
  }

  @Test(
    "One line, what was finished stays, and with more room the same command comes to its end",
    .enabled(
      if: entry != nil || isRequired,
      "this machine lets us mount no file system in a namespace of our own"),
    arguments: [
      "size=4k", "size=24k", "size=40k", "size=56k", "nr_inodes=2", "nr_inodes=4", "nr_inodes=9",
      "nr_inodes=12", "ro",
    ])
  func refuses(options: String) throws {
    let entry = try #require(Self.entry)
    try Scratch.withFolder { folder in
      for name in ["disk", "results"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
      }
      try Scratch.makeClass(of: Self.names, in: "\(folder)/work")
      let script = """
        cd "$1" && mount -t tmpfs -o "$2" tmpfs disk || exit 100
        grade() { "$3" grade work --output disk/reports --jobs 1; }
        [ "$2" = ro ] && mount -o remount,rw disk && mkdir disk/reports && mount -o remount,ro disk
        grade "$@" > output 2> errors
        echo $? > status
        grep -c '"name"' disk/reports/journal > finished
        mount -o remount,rw,size=16m,nr_inodes=10000 disk || exit 101
        grade "$@" > output2 2> errors2
        echo $? > status2
        cp -r disk/reports/. results
        """
      #expect(try Self.run(entry, script, [folder, options, Tool.executable.path]) == 0)
      func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      }
      let errors = try text("errors")
      #expect(try text("status") == "70\n", "\(errors)")
      let complaint = errors.split(separator: "\n").last ?? ""
      #expect(
        complaint.hasPrefix("gradecheck: Cannot") || complaint.hasPrefix("gradecheck: cannot"))
      #expect(complaint.contains(options == "ro" ? "Read-only" : "No space left"), "\(complaint)")
      let errors2 = try text("errors2")
      #expect(try text("status2") == "0\n", "\(errors2)")
      let finished = Int(try text("finished").dropLast()) ?? 0
      let isToldOf = errors2.contains("\(finished) of 3 were finished before")
      #expect(isToldOf == (finished > 0), "\(errors2)")
      #expect(try Scratch.files("\(folder)/results") == Self.right.get())
    }
  }
}
