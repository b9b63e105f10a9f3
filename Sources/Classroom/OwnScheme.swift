import Grading
import Worksheets

/// What one submission is judged by where every student has numbers of their own.
package struct OwnScheme: Sendable {
  let assignment: Assignment
  let worksheet: Worksheet

  /// A student's own sheet, and the assignment that marks it.
  package init(assignment: Assignment, worksheet: Worksheet) {
    self.assignment = assignment
    self.worksheet = worksheet
  }
}

extension SubmissionGrader {
  /// The scheme that judges the submission of that name, and what its sheet asks.
  package func scheme(of name: String) -> (assignment: Assignment, worksheet: Worksheet?) {
    own[name].map { ($0.assignment, $0.worksheet) } ?? (assignment, worksheet)
  }
}
