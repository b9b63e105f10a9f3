import Classroom
import Coursework
import Foundation
import Grading
import Hosting
import Reference

/// The one part of `affine-relu` that hostile submissions have something to say to, graded under
/// narrow limits.
enum ReLUOnly {
  static func assignment(
    reference: @escaping Solution = Assignment.affineReLU.reference
  ) -> Assignment {
    Assignment(
      id: "affine-relu", title: "ReLU", contract: "AffineReLU", reference: reference,
      parts: Assignment.affineReLU.parts.filter { $0.id == "relu" }, misconceptions: [])
  }

  static func grader(
    _ assignment: Assignment = assignment(), seed: Seed = .public, seconds: Int = 1,
    isolation: IsolationLevel.Choice = .auto
  ) throws -> SubmissionGrader {
    SubmissionGrader(
      assignment: assignment, worksheet: nil, workshop: try .standard(isolation: isolation),
      rules: GradingRules(
        seed: seed, limits: WorkerLimits(processorSeconds: seconds, memory: 256)))
  }

  /// Runs `body` with an empty folder, and removes it.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = NSTemporaryDirectory() + "/handed-in-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// What a source text gets.
  static func grade(_ source: String, by grader: SubmissionGrader) throws -> Graded {
    try withFolder { folder in
      try Data(source.utf8).write(to: URL(fileURLWithPath: folder + "/Submission.swift"))
      return try grader.graded(FoundSubmission(name: "s", path: folder))
    }
  }
}
