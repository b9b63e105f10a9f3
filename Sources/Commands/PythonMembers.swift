import Classroom
import Grading
import Hosting
import Reference

/// The submissions of a run that are written in Python, and what each of them could answer.
struct PythonMembers: Sendable {
  private let members: [FoundSubmission]
  private let candidates: [CourseFinder.Candidate]
  /// The assignment that was asked for, where one was.
  private let asked: Assignment?
  /// One for each member; none where there is but one candidate, and so nothing to find out.
  private let standings: [CourseFinder.Standing]

  /// Looks into every one of them, unless the command line leaves nothing to choose.
  init(
    _ members: [FoundSubmission], _ options: GradeOptions, _ workshop: PythonWorkshop, _ home: Home
  ) throws {
    let finder = CourseFinder(
      courses: options.course.map { [$0] } ?? Catalogue.courses,
      assignments: options.assignment.map { [$0] } ?? Catalogue.all, workshop: workshop, home: home)
    self.members = members
    asked = options.assignment
    candidates = finder.candidates
    guard candidates.count > 1 else {
      standings = []
      return
    }
    standings = try Jobs.run(members, width: options.jobs) { member in
      Result { try finder.standing(of: member) }
    }.map { try $0.get() }
  }

  /// The assignments that they answer best, one vote each.
  var votes: [String] {
    if candidates.count == 1 { return members.map { _ in candidates[0].assignment.id } }
    return standings.compactMap(\.best).map { candidates[$0].assignment.id }
  }

  /// The course of which all of them together answer most, of those that teach the assignment; of
  /// equals the first of the catalogue.
  func candidate(for assignment: Assignment) -> CourseFinder.Candidate? {
    let all = candidates.indices.filter { candidates[$0].assignment.id == assignment.id }
    let sums = all.map { index in standings.map { $0.scores[index] }.reduce(0, +) }
    guard let most = sums.max(), most > 0 || candidates.count == 1 || isUnreadable else {
      return nil
    }
    return zip(all, sums).first { $0.1 == most }.map { candidates[$0.0] }
  }

  /// What was seen of each, by name.
  var looks: [String: PythonLook] {
    Dictionary(
      zip(members, standings).compactMap { member, standing in
        standing.look.map { (member.name, $0) }
      }
    ) { first, _ in first }
  }

  /// Whether there is one that might answer anything, if only it could be read.
  private var isUnreadable: Bool { standings.contains { !$0.notes.isEmpty } }

  /// Those that answer nothing of the candidate, and something of another.
  func strays(from chosen: CourseFinder.Candidate) -> [ClassReport.Ungraded] {
    zip(members, standings).compactMap { member, standing in
      guard let best = standing.best else { return nil }
      let isAnswering = candidates.indices.contains { index in
        candidates[index].course.id == chosen.course.id
          && candidates[index].assignment.id == chosen.assignment.id && standing.scores[index] > 0
      }
      let other = candidates[best]
      return isAnswering
        ? nil
        : .init(
          name: member.name,
          reason: "answers \(other.assignment.id) of \(other.course.id), and this run grades "
            + "\(chosen.assignment.id) of \(chosen.course.id); grade it by itself")
    }
  }

  /// One line that says what was looked for, where nothing of it was found.
  var disappointment: String {
    if let note = standings.lazy.compactMap(\.notes.first).first {
      return "\(note.file), line \(note.line): \(note.message); mend that, or say which assignment "
        + "it is with --assignment ID and --course ID (see gradecheck list)"
    }
    let names = standings.first?.names.joined(separator: ", ") ?? ""
    guard let asked else {
      return
        "no function of a course that gradecheck knows was found; looked for \(names); say which "
        + "assignment it is with --assignment ID and --course ID (see gradecheck list)"
    }
    return "no function of \(asked.id) was found; looked for \(names)"
  }
}
