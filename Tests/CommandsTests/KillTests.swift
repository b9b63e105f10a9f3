import Foundation
import Testing

/// Kills runs at random moments and goes on with them, as often as `GRADECHECK_KILLS` says.
///
/// `swift test` does it 5 times and `.ci/run` 30 times; hundreds, which take some minutes, with
/// `GRADECHECK_KILLS=300 swift test --filter KillTests`. `GRADECHECK_KILL_SEED` repeats the moments
/// of an earlier run.
@Suite("Runs that are killed")
struct KillTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let kills = environment["GRADECHECK_KILLS"].flatMap { Int($0) } ?? 5
  private static let seed = environment["GRADECHECK_KILL_SEED"].flatMap { UInt64($0) } ?? 1
  private static let names = [
    "crashes", "does-not-compile", "full-marks", "half-finished", "momentum-typed-in",
    "swapped-weights",
  ]

  @Test("Nothing is lost, doubled or changed, whenever a run is killed")
  func killed() throws {
    try Scratch.withFolder { folder in
      try Scratch.makeClass(of: Self.names, in: "\(folder)/work")
      var run = KilledRun(folder: folder, output: "undisturbed")
      try #require(try run.go(killAfter: nil))
      let right = try Scratch.files(run.output)
      #expect(right.count == 6 * 5 + 3)
      // Once more, now that everything is in the cache.
      run = KilledRun(folder: folder, output: "timed")
      let start = Date()
      try #require(try run.go(killAfter: nil))
      let duration = Date().timeIntervalSince(start)

      var moments = SplitMix(state: Self.seed)
      var (killed, rounds) = (0, 0)
      while killed < Self.kills {
        rounds += 1
        run = KilledRun(folder: folder, output: "round-\(rounds)")
        while killed < Self.kills {
          let moment = Double.random(in: 0..<duration, using: &moments)
          if try run.go(killAfter: moment) { break }
          killed += 1
        }
        // The last kill may have ended the round early.
        if try !run.isEnded { #expect(try run.go(killAfter: nil)) }
        #expect(try Scratch.files(run.output) == right, "seed \(Self.seed), round \(rounds)")
        try FileManager.default.removeItem(atPath: run.output)
      }
      print("\(killed) kills in \(rounds) runs, \(duration) s each undisturbed; seed \(Self.seed)")
    }
  }
}

/// One run that is begun again and again.
private struct KilledRun {
  let folder: String
  let output: String
  /// The names in the journal after the last kill.
  private var finished: Set<String> = []

  init(folder: String, output: String) {
    self.folder = folder
    self.output = "\(folder)/\(output)"
  }

  /// Whether all is there and no journal.
  var isEnded: Bool {
    get throws {
      FileManager.default.fileExists(atPath: "\(output)/run.json")
        && !FileManager.default.fileExists(atPath: "\(output)/journal")
    }
  }

  /// Begins the run, again or for the first time, and kills it after so many seconds.
  ///
  /// - Returns: Whether it came to its end before.
  mutating func go(killAfter seconds: Double?) throws -> Bool {
    let log = "\(folder)/log"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments =
      ["grade", "\(folder)/work", "--output", output, "--audience", "staff", "--jobs", "2"]
      + ["text", "json", "junit", "csv"].flatMap { ["--format", $0] }
    process.currentDirectoryURL = Tool.root
    // What a killed run leaves among the temporary files goes with the test's own folder.
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if let seconds, ended.wait(timeout: .now() + seconds) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let words = try String(contentsOfFile: log, encoding: .utf8)
    if process.terminationReason == .uncaughtSignal {
      try look()
      return false
    }
    #expect(process.terminationStatus == 0, "\(words)")
    // What was finished before the last kill was not graded once more.
    let line = "\(finished.count) of 6 were finished before and are kept\n"
    #expect(words.contains(line) == !finished.isEmpty, "\(words)")
    return true
  }

  /// Reads the journal that a killed run left.
  private mutating func look() throws {
    let journal = FileManager.default.contents(atPath: "\(output)/journal") ?? Data()
    let whole = journal.lastIndex(of: UInt8(ascii: "\n")).map { journal[...$0] } ?? Data()
    let names = try whole.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
      let entry = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return try #require(entry?["name"] as? String)
    }
    #expect(Set(names).count == names.count, "nothing is done twice")
    #expect(finished.isSubset(of: names) || isAllWritten, "nothing is lost")
    finished = Set(names)
  }

  /// Whether the run was killed after its very last step.
  private var isAllWritten: Bool { (try? isEnded) == true }
}

/// Sebastiano Vigna's SplitMix64: equal seeds give equal moments.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
