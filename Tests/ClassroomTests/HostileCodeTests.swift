import Classroom
import Foundation
import Grading
import Hosting
import Reports
import Synchronization
import Testing

/// Programs that attack their grader: each gets a verdict that it deserves, and leaves no trace.
@Suite("Hostile submissions")
struct HostileCodeTests {
  /// The levels that this machine has proved, bubblewrap only where nothing may be skipped; a
  /// submission that needs more would do harm, and is not run.
  static let proven: [IsolationLevel.Choice] = {
    let isRequired = ProcessInfo.processInfo.environment["GRADECHECK_REQUIRE_EXTRAS"] == "1"
    return isRequired
      ? [.landlock, .bubblewrap]
      : [.landlock].filter { (try? Workshop.standard(isolation: $0)) != nil }
  }()
  static let everywhere = proven.isEmpty ? [IsolationLevel.Choice.limits] : proven
  /// Whether there are minutes to spare: `GRADECHECK_PATIENCE=1`.
  static let isPatient = ProcessInfo.processInfo.environment["GRADECHECK_PATIENCE"] == "1"

  @Test(
    "It gets its verdict, and nothing is left of it",
    arguments: try HostileSubmission.all(provedAt: .limits), everywhere)
  func limits(_ hostile: HostileSubmission, at level: IsolationLevel.Choice) throws {
    try hold(hostile, at: level)
  }

  @Test(
    "A compiler at its limits gives a verdict, and nothing is left of it",
    .enabled(if: isPatient, "takes minutes; set GRADECHECK_PATIENCE=1"),
    arguments: try HostileSubmission.all(provedAt: .patience))
  func patience(_ hostile: HostileSubmission) throws { try hold(hostile, at: Self.everywhere[0]) }

  @Test(
    "No file, network or process is within its reach",
    .enabled(if: !proven.isEmpty, "no isolation is proved, and these would do harm"),
    arguments: try HostileSubmission.all(provedAt: .strong), proven)
  func strong(_ hostile: HostileSubmission, at level: IsolationLevel.Choice) throws {
    try hold(hostile, at: level)
  }

  private func hold(_ hostile: HostileSubmission, at level: IsolationLevel.Choice) throws {
    let canary = try Canary()
    let graded = try ReLUOnly.withFolder { folder in
      try hostile.handIn(to: folder, canary: canary)
      return try ReLUOnly.grader(isolation: level)
        .graded(FoundSubmission(name: hostile.id, path: folder))
    }

    let verdict = Self.verdict(of: graded.report)
    #expect(
      hostile.verdicts.contains(verdict),
      "\(verdict) \(graded.report.findings.first?.remark ?? "")")
    #expect((graded.report.earned == 2) == (verdict == "passed"))
    #expect(canary.harm == [])
    #expect(Self.processes(naming: canary.folder) == [])
    for audience in [Audience.student, .staff] {
      expectWellFormed(graded.report.redacted(for: audience), hiding: canary.secret)
    }
    #expect(!String(decoding: graded.record.bytes, as: UTF8.self).contains(canary.secret))
  }

  private static func verdict(of report: Report) -> String {
    report.handIn.status == .graded
      ? report.findings.first?.verdict.rawValue ?? "" : report.handIn.status.name
  }

  @Test("What a submission puts into its last words never reaches a student")
  func hiddenInputs() throws {
    let canary = try Canary()
    for id in ["a5_leak_inputs_in_message", "a6_forged_place"] {
      let report = try ReLUOnly.withFolder { folder in
        try HostileSubmission(id: id).handIn(to: folder, canary: canary)
        return try ReLUOnly.grader().grade(FoundSubmission(name: id, path: folder))
      }
      let seen = ReportFormat.all.map { $0.render(report.redacted(for: .student)) }.joined()
      // Inputs are eighths, and a forged line is beyond a thousand.
      #expect(!seen.contains("hidden") && !seen.contains(".125") && !seen.contains("swift:1"))
    }
  }

  /// Those that take the machine's time, memory, descriptors and words, and not a minute.
  private static let attackers = [
    "17_absurd_shape", "19_throws_custom", "20_fatal_error", "22_stack_overflow", "23_null_deref",
    "24_sigkill_self", "26_exit_zero", "27_exit_zero_underscore", "28_exit_in_static_init",
    "29_crash_after_answer", "2a_hang_after_answer", "30_infinite_loop", "32_ignore_signals",
    "33_thread_burner", "40_memory_bomb", "41_huge_alloc", "42_mmap_bomb", "50_stdout_flood",
    "51_stderr_flood", "52_binary_output", "60_protocol_garbage", "61_protocol_close",
    "62_protocol_forge_pass", "63_forged_answers", "64_protocol_huge_length", "66_hijack_main",
    "67_late_writer", "76_fill_disk", "82_leaves_process", "a6_forged_place",
  ]

  /// Thirty honest submissions: all bundled ones but the one that loops, and right ones again under
  /// other names.
  private static func honest() throws -> [FoundSubmission] {
    let folder = "\(Example.folder)/affine-relu"
    let bundled = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { !$0.hasPrefix(".") && $0 != "loops-for-ever" }
    let again = (1...10).flatMap { number in
      ["full-marks", "loops-and-arrays", "prints-noise"].map { ($0, "\($0)-\(number)") }
    }
    let all = bundled.map { ($0, $0) } + again
    return all.prefix(30).map { FoundSubmission(name: $1, path: "\(folder)/\($0)") }
  }

  @Test("In a class of 60, half of it hostile, honest ones get the same bytes as alone")
  func neighbours() throws {
    let honest = try Self.honest()
    let canary = try Canary()
    try ReLUOnly.withFolder { folder in
      let hostile = try Self.attackers.map { try HostileSubmission(id: $0) }
      for each in hostile { try each.handIn(to: "\(folder)/\(each.id)", canary: canary) }
      let grader = try ReLUOnly.grader()
      let alone = try honest.map { try grader.graded($0) }
      let beside = Mutex<[String: Graded]>([:])
      let outcomes = try ClassRun(grader: grader, width: 2)
        .grade(
          zip(hostile, honest).flatMap {
            [FoundSubmission(name: $0.id, path: "\(folder)/\($0.id)"), $1]
          }
        ) { found, graded in
          beside.withLock { $0[found.name] = graded }
          return .graded(graded.report)
        }
      let all = beside.withLock { $0 }
      #expect(outcomes.count == 60 && all.count == 60, "each has its report")
      for each in hostile {
        let report = try #require(all[each.id]).report
        #expect(each.verdicts.contains(Self.verdict(of: report)), "\(each.id)")
      }
      for graded in alone {
        let name = graded.report.handIn.name
        let other = try #require(all[name])
        #expect(other.record.bytes == graded.record.bytes, "\(name)")
        #expect(
          ReportFormat.json.render(other.report) == ReportFormat.json.render(graded.report),
          "\(name)")
      }
    }
    #expect(canary.harm == [] && Self.processes(naming: canary.folder) == [])
  }

  /// Processes whose command lines hold the text.
  private static func processes(naming text: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.filter { Int($0) != nil }.filter { process in
      FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
        .map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
    }
  }
}
