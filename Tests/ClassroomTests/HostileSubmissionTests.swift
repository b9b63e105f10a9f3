import Classroom
import Foundation
import Grading
import Hosting
import Reports
import Synchronization
import Testing

/// Programs that attack their grader: each gets a verdict that it deserves, and leaves no trace.
@Suite("Hostile submissions")
struct HostileSubmissionTests {
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

    let finding = graded.report.findings.first
    let verdict =
      graded.report.handIn.status == .graded
      ? finding?.verdict.rawValue : graded.report.handIn.status.name
    #expect(hostile.verdicts.contains(verdict ?? ""), "\(verdict ?? "") \(finding?.remark ?? "")")
    #expect((graded.report.earned == 2) == (verdict == "passed"))
    #expect(canary.harm == [])
    #expect(Self.processes(naming: canary.folder) == [])
    for audience in [Audience.student, .staff] {
      expectWellFormed(graded.report.redacted(for: audience), hiding: canary.secret)
    }
    #expect(!String(decoding: graded.record.bytes, as: UTF8.self).contains(canary.secret))
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

  @Test("Beside hostile submissions honest ones get the same bytes as alone")
  func neighbours() throws {
    let honest = ["full-marks", "loops-and-arrays", "half-finished", "no-bias", "prints-noise"]
    let hostile = [
      "26_exit_zero", "40_memory_bomb", "50_stdout_flood", "62_protocol_forge_pass",
      "82_leaves_process", "32_ignore_signals", "67_late_writer",
    ]
    let canary = try Canary()
    try ReLUOnly.withFolder { folder in
      for id in hostile {
        try HostileSubmission(id: id).handIn(to: "\(folder)/\(id)", canary: canary)
      }
      let found = { (name: String) in
        FoundSubmission(
          name: name,
          path: honest.contains(name)
            ? "\(Example.folder)/affine-relu/\(name)" : "\(folder)/\(name)")
      }
      let grader = try ReLUOnly.grader()
      let alone = try honest.map { try grader.graded(found($0)) }
      let names = zip(hostile, honest + [nil, nil]).flatMap { [$0, $1].compactMap(\.self) }
      let beside = Mutex<[String: Record]>([:])
      let outcomes = try ClassRun(grader: grader, width: 2).grade(names.map(found)) {
        found, graded in
        beside.withLock { $0[found.name] = graded.record }
        return .graded(graded.report)
      }
      #expect(outcomes.count == 12)
      for graded in alone {
        let name = graded.report.handIn.name
        #expect(beside.withLock { $0[name]?.bytes } == graded.record.bytes)
        let report = outcomes.lazy.compactMap { outcome -> Report? in
          guard case .graded(let report) = outcome, report.handIn.name == name else { return nil }
          return report
        }.first
        let text = try ReportFormat.json.render(#require(report))
        #expect(text == ReportFormat.json.render(graded.report))
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
