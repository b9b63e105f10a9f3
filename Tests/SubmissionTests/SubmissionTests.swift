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

  static let all: [Trial] = {
    guard case .grade(let found, let assignment) = Request.current else {
      guard case .wrong(let reason) = Request.current else { return [] }
      return [.ungradable(reason)]
    }
    print("Grading '\(found.name)' as \(assignment.id)")
    do {
      return try grader(for: assignment).withPrepared(found) { prepared in
        if prepared.handIn.status != .graded { return [.ungradable(prepared.handIn.text)] }
        return assignment.parts.flatMap { part in part.checks.map { .check(part, $0) } }
      }
    } catch {
      return [.ungradable("\(error)")]
    }
  }()

  func finding(
    of check: Check, in part: Part
  ) throws -> (finding: Finding, missing: [HandIn.MissingMethod]) {
    guard case .grade(let found, let assignment) = Request.current else {
      preconditionFailure("a check without a submission")
    }
    let grader = try Self.grader(for: assignment)
    return try grader.withPrepared(found) { prepared in
      let finding = try Grader(assignment: assignment, seed: .public)
        .run(check, in: part, prepared.source)
      return (finding, try grader.missingMethods(in: prepared, after: [finding]))
    }
  }

  private static func grader(for assignment: Assignment) throws -> SubmissionGrader {
    SubmissionGrader(
      assignment: assignment, worksheet: Catalogue.worksheet(of: assignment.id),
      workshop: try .standard(), rules: GradingRules())
  }
}
