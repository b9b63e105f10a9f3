import Foundation
import Testing

@Suite("What a test run is asked to grade", .enabled(if: !Request.current.isPresent))
struct RequestTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let submission = "\(root)/Submissions/affine-relu/full-marks"

  private func reason(
    _ environment: [String: String], _ arguments: [String] = ["tests"]
  ) -> String? {
    guard case .wrong(let reason) = Request(environment: environment, arguments: arguments) else {
      return nil
    }
    return reason
  }

  @Test("A full run without SUBMISSION asks for nothing")
  func nothing() {
    #expect(!Request(environment: ["PATH": "/bin"], arguments: ["tests"]).isPresent)
  }

  @Test("Asked for by name without SUBMISSION is wrong")
  func byName() {
    #expect(
      reason([:], ["tests", "--filter", "SubmissionTests"])?.contains("set SUBMISSION") == true)
  }

  @Test(
    "A misspelt variable is wrong and named",
    arguments: ["SUBMISION", "SUBMISSIONS", "submission", "ASSIGMENT", "Assignment"])
  func misspelt(name: String) {
    let reason = reason([name: Self.submission])
    #expect(reason?.contains(name) == true && reason?.contains("did you mean") == true)
  }

  @Test("A submission and its assignment are found")
  func found() {
    guard
      case .grade(let found, let assignment) = Request(
        environment: ["SUBMISSION": Self.submission], arguments: ["tests"])
    else {
      Issue.record("nothing to grade")
      return
    }
    #expect(found.name == "full-marks")
    #expect(assignment.id == "affine-relu")
  }

  @Test("What is written in Python is told by its functions")
  func python() {
    guard
      case .gradePython(let found, nil) = Request(
        environment: ["SUBMISSION": "\(Self.root)/Submissions/python/cs231n/loops"],
        arguments: ["tests"])
    else {
      Issue.record("no Python to grade")
      return
    }
    #expect(found.name == "loops")
  }

  @Test(
    "What cannot be graded is wrong, with the reason",
    arguments: [
      (["SUBMISSION": "/nowhere/at/all"], "nothing at"),
      (["SUBMISSION": "\(root)/Submissions/affine-relu"], "is a class"),
      (["SUBMISSION": submission, "ASSIGNMENT": "afine-relu"], "did you mean affine-relu"),
      (["ASSIGNMENT": "affine-relu"], "without SUBMISSION"),
    ])
  func wrong(environment: [String: String], words: String) {
    #expect(reason(environment)?.contains(words) == true)
  }
}
