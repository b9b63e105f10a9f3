import Classroom
import Coursework
import Foundation
import Grading
import Hosting
import PlainText
import Reference
import Reports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Programs that attack their grader: each gets a verdict that it deserves, and leaves no trace.
@Suite("Hostile submissions")
struct HostileSubmissionTests {
  /// What this machine has proved; what needs more is skipped, for it would do harm.
  static let level: HostileSubmission.Level = .limits

  /// The one part that hostile submissions have something to say to.
  private static let assignment = Assignment(
    id: "affine-relu", title: "ReLU", contract: "AffineReLU",
    reference: Assignment.affineReLU.reference,
    parts: Assignment.affineReLU.parts.filter { $0.id == "relu" }, misconceptions: [])

  private static func grader() throws -> SubmissionGrader {
    SubmissionGrader(
      assignment: assignment, worksheet: nil, workshop: try .standard(),
      rules: GradingRules(limits: WorkerLimits(processorSeconds: 1, memory: 256)))
  }

  @Test("It gets its verdict, and nothing is left of it", arguments: try HostileSubmission.all())
  func verdict(_ hostile: HostileSubmission) throws {
    guard hostile.level <= Self.level else { return }
    let canary = try Canary()
    let folder = NSTemporaryDirectory() + "/hostile-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try hostile.handIn(to: folder, canary: canary)
    let graded = try Self.grader().graded(FoundSubmission(name: hostile.id, path: folder))

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
      let folder = NSTemporaryDirectory() + "/hostile-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try HostileSubmission(id: id).handIn(to: folder, canary: canary)
      let report = try Self.grader().grade(FoundSubmission(name: id, path: folder))
      let seen = ReportFormat.all.map { $0.render(report.redacted(for: .student)) }.joined()
      // Inputs are eighths, and a forged line is beyond a thousand.
      #expect(!seen.contains("hidden") && !seen.contains(".125") && !seen.contains("swift:1"))
    }
  }

  /// A report in every format parses, and holds neither the secret nor what terminals obey.
  private func expectWellFormed(_ report: Report, hiding secret: String) {
    for format in ReportFormat.all {
      let text = format.render(report)
      #expect(!text.contains(secret))
      #expect(
        !text.unicodeScalars.contains { ($0.value < 32 && $0 != "\n") || $0 == "\u{202E}" })
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") || $0.hasPrefix("##") })
    }
    #expect((try? JSON(parsing: ReportFormat.json.render(report))) != nil)
    #expect(XMLParser(data: Data(ReportFormat.junit.render(report).utf8)).parse())
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
