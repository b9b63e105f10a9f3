import Coursework
import Foundation
import Grading
import Hosting

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
  ///   - observe: Told of each outcome as soon as it is there, from the thread that made it, with
  ///     the record of what was answered; nobody else keeps that.
  /// - Returns: The outcomes in the order of `submissions`.
  package func grade(
    _ submissions: [FoundSubmission], observe: @escaping @Sendable (Outcome, Record?) -> Void
  ) -> [Outcome] {
    Jobs.run(submissions, width: width) { found in
      do {
        let graded = try grader.graded(found)
        observe(.graded(graded.report), graded.record)
        return .graded(graded.report)
      } catch {
        let outcome = Outcome.ungraded(name: found.name, reason: "\(error)")
        observe(outcome, nil)
        return outcome
      }
    }
  }
}
