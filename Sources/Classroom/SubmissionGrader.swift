import Coursework
import Digests
import Foundation
import Grading
import Hosting
import Worksheets

/// Grades one submission from its files to its report.
package struct SubmissionGrader: Sendable {
  package let assignment: Assignment
  /// What its answer sheets ask, where it has hand-computed parts.
  package let worksheet: Worksheet?
  package let workshop: Workshop
  package let rules: GradingRules

  package init(
    assignment: Assignment, worksheet: Worksheet?, workshop: Workshop, rules: GradingRules
  ) {
    self.assignment = assignment
    self.worksheet = worksheet
    self.workshop = workshop
    self.rules = rules
  }

  /// Grades a submission.
  ///
  /// - Parameters:
  ///   - found: Where it lies.
  ///   - observe: Told of each finding as it is made.
  /// - Returns: The report, with everything that staff may see.
  /// - Throws: `HostError` for faults of our own environment; nothing that a submission does.
  package func grade(
    _ found: FoundSubmission, observe: (Finding) -> Void = { _ in }
  ) throws -> Report {
    try withPrepared(found) { prepared in
      var handIn = prepared.handIn
      let parts = try Grader(assignment: assignment, seed: rules.seed)
        .grade(prepared.source, observe: observe)
      handIn.missing = try missingMethods(in: prepared, after: parts.flatMap(\.findings))
      return Report(
        subject: .init(
          id: assignment.id, title: assignment.title,
          digest: assignment.digest(seed: rules.seed).hex),
        handIn: handIn, parts: parts, passMark: rules.passMark,
        instrument: .init(
          kit: prepared.build?.kitDigest,
          toolchain: prepared.build == nil ? nil : workshop.toolchain.version))
    }
  }

  /// The methods that the contract asks for and the submission lacks; looked for only where some
  /// code did not answer.
  package func missingMethods(
    in prepared: Prepared, after findings: [Finding]
  ) throws -> [HandIn.MissingMethod] {
    let code = Set(assignment.checks.filter { $0.medium == .code }.map(\.id))
    let isUnanswered = findings.contains {
      $0.verdict == .notImplemented && code.contains($0.check)
    }
    guard isUnanswered, let build = prepared.build, build.worker != nil else { return [] }
    return try compiler.missingMethods(in: build)
  }

  var compiler: SubmissionCompiler {
    SubmissionCompiler(workshop: workshop, usesCache: rules.usesCache)
  }
}

/// The rules that hold for everybody in a class.
package struct GradingRules: Sendable {
  package let seed: Seed
  package let limits: WorkerLimits
  /// Percent of the points that make a pass.
  package let passMark: Ratio
  package let usesCache: Bool

  package init(
    seed: Seed = .public, limits: WorkerLimits = .init(), passMark: Ratio = 60,
    usesCache: Bool = true
  ) {
    self.seed = seed
    self.limits = limits
    self.passMark = passMark
    self.usesCache = usesCache
  }
}
