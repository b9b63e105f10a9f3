import Classroom
import Grading
import Hosting
import Reference

/// A submission on the desk, and what it is graded with.
struct Desk: Sendable {
  let found: FoundSubmission
  /// The scheme; of a course in Python what it teaches of it.
  let assignment: Assignment
  let grader: SubmissionGrader

  /// Why there is nothing to grade, in words.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// What was asked for; `nil` where nothing was.
  ///
  /// - Throws: `Refusal` where it cannot be graded as asked, `HostError`.
  init?(for request: Request) throws {
    let python: PythonGrading?
    switch request {
    case .none: return nil
    case .wrong(let reason): throw Refusal(description: reason)
    case .grade(let found, let assignment):
      self.found = found
      self.assignment = assignment
      python = nil
    case .gradePython(let found, let asked):
      self.found = found
      let grading = try Self.python(for: found, asked)
      assignment = grading.assignment
      python = grading
    }
    grader = SubmissionGrader(
      assignment: assignment, worksheet: Catalogue.worksheet(of: assignment.id),
      workshop: try .standard(), rules: GradingRules(), python: python)
  }

  /// The course and the assignment whose functions a submission holds.
  private static func python(
    for found: FoundSubmission, _ asked: Assignment?
  ) throws -> PythonGrading {
    let workshop = try Workshop.standard()
    let bench = try PythonWorkshop.find(home: workshop.home, isolation: workshop.isolation)
    let finder = CourseFinder(
      courses: Catalogue.courses, assignments: asked.map { [$0] } ?? Catalogue.all,
      workshop: bench, home: workshop.home)
    let standing = try finder.standing(of: found)
    guard let best = standing.best else {
      let notes = standing.notes.map { "\($0.file), line \($0.line): \($0.message)" }
      throw Refusal(
        description: notes.first
          ?? "no function of a course was found; looked for "
          + standing.names.joined(separator: ", "))
    }
    let chosen = finder.candidates[best]
    return try PythonGrading(
      chosen.course, chosen.assignment, beside: Catalogue.all, joinedBy: Catalogue.compositions,
      workshop: bench, home: workshop.home)
  }
}
