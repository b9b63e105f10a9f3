import Classroom
import Grading
import Hosting
import Reference
import Reports
import Testing

/// Grades one submission as a test run.
///
///     SUBMISSION=path [ASSIGNMENT=id] swift test --filter SubmissionTests
@Suite(
  "Submission", .serialized,
  .enabled(
    if: Request.current.isPresent,
    "no submission to grade; SUBMISSION=path swift test --filter SubmissionTests grades one"))
struct SubmissionTests {
  @Test("Check", arguments: Trial.all)
  func check(_ trial: Trial) throws {
    switch trial {
    case .ungradable(let reason):
      Issue.record(Comment(rawValue: reason))
    case .check(let part, let check):
      let (finding, missing) = try trial.finding(of: check, in: part)
      if finding.verdict != .passed {
        let text = PartResult(part: part, findings: [finding]).text
        let remarks = missing.map { "\n  \($0.remark)" }.joined()
        Issue.record(Comment(rawValue: text + remarks))
      }
    }
  }
}

/// One test case: a check of the scheme, or the reason why there is none to run.
enum Trial: Sendable, CustomTestStringConvertible {
  case check(Part, Check)
  /// A submission that cannot be graded is one failing case: no cases at all would pass.
  case ungradable(String)

  var testDescription: String {
    switch self {
    case .check(_, let check): check.id
    case .ungradable: "can be graded"
    }
  }

  private static let desk = Result { try Desk(for: Request.current) }

  static let all: [Trial] = {
    do {
      guard let desk = try desk.get() else { return [] }
      print("Grading '\(desk.found.name)' as \(desk.assignment.id)")
      return try desk.grader.withPrepared(desk.found) { prepared in
        if prepared.handIn.status != .graded { return [.ungradable(prepared.handIn.text)] }
        return desk.assignment.parts.flatMap { part in part.checks.map { .check(part, $0) } }
      }
    } catch {
      return [.ungradable("\(error)")]
    }
  }()

  func finding(
    of check: Check, in part: Part
  ) throws -> (finding: Finding, missing: [HandIn.MissingMethod]) {
    guard let desk = try Self.desk.get() else {
      preconditionFailure("a check without a submission")
    }
    return try desk.grader.withPrepared(desk.found) { prepared in
      let finding = try Grader(assignment: desk.assignment, seed: .public)
        .run(check, in: part, prepared.source)
      return (finding, try desk.grader.missingMethods(in: prepared, after: [finding]))
    }
  }
}
