import Foundation
import Grading

/// Starts a fresh worker for every check, in an empty folder of its own, and ends it afterwards.
package struct WorkerSource: RespondentSource {
  private let program: WorkerProgram
  private let limits: WorkerLimits
  private let isolation: Isolation

  package init(program: WorkerProgram, limits: WorkerLimits, isolation: Isolation) {
    self.program = program
    self.limits = limits
    self.isolation = isolation
  }

  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let respondent = try WorkerRespondent(
      program: program, directory: scratch.path, limits: limits, isolation: isolation)
    defer { respondent.close() }
    return try body(respondent)
  }
}
