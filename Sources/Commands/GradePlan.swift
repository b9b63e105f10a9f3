import Classroom
import Grading
import Hosting
import Reference

/// What a run of `grade` grades: which assignment or course, and whom it leaves out.
struct GradePlan: Sendable {
  /// A whole course stands as one assignment.
  let assignment: Assignment
  /// The assignments of the course that is graded as a whole, where one is.
  let courseMembers: [CourseMember]
  /// How submissions in Python are graded, where there are any.
  private(set) var python: PythonGrading?
  private(set) var leftOut: [ClassReport.Ungraded] = []

  /// All submissions are in Python, and there is none here; that was said already.
  struct NothingCanRun: Error {}

  /// Finds out what the submissions answer, as far as the command line does not say it; `search` looks
  /// for Python where some are written in it.
  ///
  /// - Throws: `InputError` where nothing tells, `NothingCanRun`, `HostError`.
  init(
    for submissions: [FoundSubmission], _ options: GradeOptions, in workshop: Workshop,
    with search: PythonSearch?, _ console: Console
  ) throws {
    let inPython = submissions.filter { $0.language == .python }
    let others = submissions.filter { $0.language != .python }
    let bench = search.flatMap { Self.python($0, in: workshop, console) }
    if !inPython.isEmpty, bench == nil {
      guard !others.isEmpty else { throw NothingCanRun() }
      leftOut = inPython.map {
        .init(name: $0.name, reason: "is written in Python, and no Python with NumPy is here")
      }
    }
    if let course = options.course, !course.isTaughtInPython, !inPython.isEmpty {
      throw InputError(
        "\(course.id) is handed in as Swift, and '\(inPython[0].name)' is written in Python; grade "
          + "it by itself")
    }
    let members = try bench.map { try PythonMembers(inPython, options, $0, workshop.home) }
    courseMembers = options.wholeCourse?.members ?? []
    if let course = options.wholeCourse {
      assignment = course.whole(inPython: false)
      if let members, members.votes.isEmpty, others.isEmpty {
        throw InputError(members.disappointment)
      }
      python = try bench.map {
        try PythonGrading(
          course,
          taught: course.whole(inPython: true, by: course.chosen(options.conventions)),
          workshop: $0, home: workshop.home, looks: members?.looks ?? [:])
      }
      return
    }
    assignment = try options.assignment ?? Self.vote(others, members)
    leftOut += Self.strays(among: others, from: assignment)
    guard let bench, let members else { return }
    guard let chosen = members.candidate(for: assignment) else {
      guard !others.isEmpty else { throw InputError(members.disappointment) }
      leftOut += inPython.map { .init(name: $0.name, reason: members.disappointment) }
      return
    }
    python = try PythonGrading(
      chosen.course, assignment, beside: Catalogue.all, joinedBy: Catalogue.compositions,
      by: chosen.course.chosen(options.conventions), workshop: bench, home: workshop.home,
      looks: members.looks)
    leftOut += members.strays(from: chosen)
  }

  /// The Python of this machine; where there is none, one line says so.
  private static func python(
    _ search: PythonSearch, in workshop: Workshop, _ console: Console
  ) -> PythonWorkshop? {
    do {
      return try search.workshop(isolation: workshop.isolation)
    } catch {
      console.complain("\(error)")
      return nil
    }
  }

  /// The assignment that most submissions answer; of equally many the first of the catalogue.
  private static func vote(
    _ others: [FoundSubmission], _ members: PythonMembers?
  ) throws(InputError) -> Assignment {
    let finder = AssignmentFinder(catalogue: Catalogue.all)
    let named = others.compactMap { finder.assignment(of: $0)?.id } + (members?.votes ?? [])
    let votes = Dictionary(named.map { ($0, 1) }, uniquingKeysWith: +)
    if let most = votes.values.max(),
      let assignment = Catalogue.all.first(where: { votes[$0.id] == most })
    {
      return assignment
    }
    if let members, others.isEmpty { throw InputError(members.disappointment) }
    throw InputError(
      "no submission names a contract that gradecheck knows; say which assignment it is with "
        + "--assignment ID (see gradecheck list)")
  }

  /// The submissions that name another assignment: judging them by this one would be a wrong mark.
  private static func strays(
    among submissions: [FoundSubmission], from assignment: Assignment
  ) -> [ClassReport.Ungraded] {
    let finder = AssignmentFinder(catalogue: Catalogue.all)
    return submissions.compactMap { submission in
      guard let named = finder.assignment(of: submission), named.id != assignment.id else {
        return nil
      }
      return .init(
        name: submission.name,
        reason: "answers \(named.id), and this run grades \(assignment.id); grade it by itself")
    }
  }
}
