import Coursework
import Digests
import Foundation
import Grading
import Hosting
import Worksheets

/// Grades one submission from its files to its report.
package struct SubmissionGrader: Sendable {
  package let assignment: Assignment
  /// What its answer sheets ask, where it has hand-computed parts; of a course that of its member.
  package let worksheet: Worksheet?
  /// The assignments of a course that is graded as a whole; empty for one assignment.
  let members: [CourseMember]
  /// By the submission's name, where students have numbers of their own.
  let own: [String: OwnScheme]
  package let workshop: Workshop
  package let rules: GradingRules
  /// How submissions in Python are graded, where any may come.
  package let python: PythonGrading?
  /// Compilers and checks of other submissions take time, which a check that ran out of it must not
  /// lack again.
  let turns: SharedTurns

  /// - Parameters:
  ///   - assignment: The scheme.
  ///   - worksheet: What its answer sheets ask, where it has hand-computed parts.
  ///   - members: The assignments of a course that is graded as a whole, which `assignment` then is.
  ///   - own: By the submission's name what it is judged by instead, where that is its own.
  ///   - workshop: Where submissions are compiled and run.
  ///   - rules: What holds for everybody.
  ///   - python: How submissions in Python are graded, where any may come.
  ///   - turns: Shared with whoever else grades in this process.
  package init(
    assignment: Assignment, worksheet: Worksheet?, members: [CourseMember] = [],
    own: [String: OwnScheme] = [:], workshop: Workshop, rules: GradingRules,
    python: PythonGrading? = nil, turns: SharedTurns = SharedTurns()
  ) {
    self.assignment = assignment
    self.worksheet = worksheet
    self.members = members
    self.own = own
    self.workshop = workshop
    self.rules = rules
    self.python = python
    self.turns = turns
  }

  /// Grades a submission.
  ///
  /// - Parameters:
  ///   - found: Where it lies.
  ///   - observe: Told of each finding as it is made.
  /// - Returns: The report, with everything that staff may see.
  /// - Throws: `HostError` for faults of our own environment; `OtherNumbers` for a sheet that no mark
  ///   would be fair to; nothing else that a submission does.
  package func grade(
    _ found: FoundSubmission, observe: (Finding) -> Void = { _ in }
  ) throws -> Report {
    try graded(found, observe: observe).report
  }

  /// Grades a submission and keeps its answers.
  package func graded(
    _ found: FoundSubmission, observe: (Finding) -> Void = { _ in }
  ) throws -> Graded {
    try withPrepared(found) { prepared in
      let source = RecordingSource(prepared.source)
      let parts = try Grader(assignment: prepared.assignment, seed: rules.seed, turns: turns)
        .grade(source, observe: observe)
      return try graded(prepared, parts, said: source.conversations)
    }
  }

  func graded(
    _ prepared: Prepared, _ parts: [PartResult], said: Record.Conversations
  ) throws -> Graded {
    var handIn = prepared.handIn
    handIn.missing = try missingMethods(in: prepared, after: parts.flatMap(\.findings))
    let instrument = prepared.instrument
    return Graded(
      report: Report(
        subject: .init(prepared.assignment, seed: rules.seed), handIn: handIn, parts: parts,
        passMark: rules.passMark, instrument: instrument),
      record: Record(
        assignment: assignment.id, course: prepared.course,
        conventions: prepared.assignment.chosenConventions.map(\.id),
        variant: prepared.assignment.variant,
        isOnPaper: prepared.assignment.isOnPaper, seed: rules.seed, handIn: handIn,
        instrument: instrument, conversations: said),
      fingerprint: prepared.fingerprint)
  }

  /// The methods that the contract asks for and the submission lacks; looked for only where some
  /// code did not answer.
  package func missingMethods(
    in prepared: Prepared, after findings: [Finding]
  ) throws -> [HandIn.MissingMethod] {
    guard prepared.assignment.lacksCode(after: findings) else { return [] }
    switch prepared.code {
    case .none: return []
    case .swift(let build):
      guard build.worker != nil else { return [] }
      return try turns.beside { try compiler.missingMethods(in: build) }
    case .python(let build, _): return build.missing
    case .course(let members):
      return try members.flatMap { try missingMethods(in: $0, after: findings) }
    }
  }

  /// The contracts that submissions in Swift are compiled against.
  package var contracts: [String] {
    members.isEmpty ? [assignment.contract] : members.map(\.assignment.contract)
  }

  var compiler: SubmissionCompiler {
    SubmissionCompiler(workshop: workshop, usesCache: rules.usesCache)
  }
}

/// What grading gives: the report for people, and the record for judging the answers again.
package struct Graded: Sendable {
  package let report: Report
  package let record: Record
  /// Names all of the submission that the report depends on.
  package let fingerprint: String
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
