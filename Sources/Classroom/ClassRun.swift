import Coursework
import Foundation
import Grading
import Hosting
import Synchronization

/// Grades a class: many submissions, side by side, each on its own.
package struct ClassRun: Sendable {
  private let grader: SubmissionGrader
  private let width: Int

  /// - Parameters:
  ///   - grader: Grades each of them.
  ///   - width: How many are graded at the same time.
  package init(grader: SubmissionGrader, width: Int) {
    self.grader = grader
    self.width = width
  }

  /// What became of one submission.
  package enum Outcome: Sendable {
    case graded(Report)
    /// Our own fault, in one sentence; never a mark.
    case ungraded(name: String, reason: String)
  }

  /// Grades them all.
  ///
  /// - Parameters:
  ///   - submissions: What to grade.
  ///   - keep: Told of what was graded as soon as it is there, from the thread that made it; nobody
  ///     else keeps what was answered. It says what becomes of the submission.
  ///   - observe: Told of each outcome, from the thread that made it.
  /// - Returns: The outcomes in the order of `submissions`.
  /// - Throws: The first error of `keep`; after it nothing more is begun.
  package func grade(
    _ submissions: [FoundSubmission],
    keep: @escaping @Sendable (FoundSubmission, Graded) throws -> Outcome = {
      .graded($1.report)
    },
    observe: @escaping @Sendable (Outcome) -> Void = { _ in }
  ) throws -> [Outcome] {
    let fault = Fault()
    let outcomes = Jobs.run(submissions, width: width) { found -> Outcome? in
      guard fault.error == nil else { return nil }
      let graded: Graded
      do {
        graded = try grader.graded(found)
      } catch {
        let outcome = Outcome.ungraded(name: found.name, reason: "\(error)")
        observe(outcome)
        return outcome
      }
      do {
        let outcome = try keep(found, graded)
        observe(outcome)
        return outcome
      } catch {
        fault.note(error)
        return nil
      }
    }
    if let error = fault.error { throw error }
    return outcomes.compactMap(\.self)
  }
}

/// What keeps a run from going on.
///
/// A class, because all jobs of the run share the one.
private final class Fault: Sendable {
  private let first = Mutex<(any Error)?>(nil)

  var error: (any Error)? { first.withLock { $0 } }

  func note(_ error: any Error) { first.withLock { $0 = $0 ?? error } }
}
