import Foundation
import Grading

/// Starts a fresh worker for every check, in an empty folder of its own, and ends it afterwards.
package struct WorkerSource: RespondentSource {
  private let worker: String
  private let limits: WorkerLimits
  private let isolation: Isolation
  private let lines: KnownLines

  package init(
    worker: String, limits: WorkerLimits, isolation: Isolation, lines: KnownLines = KnownLines()
  ) {
    self.worker = worker
    self.limits = limits
    self.isolation = isolation
    self.lines = lines
  }

  package func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let respondent = try WorkerRespondent(
      worker: worker, directory: scratch.path, limits: limits, isolation: isolation, lines: lines)
    defer { respondent.close() }
    return try body(respondent)
  }
}
