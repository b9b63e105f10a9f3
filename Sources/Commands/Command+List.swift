import Foundation
import Grading
import Reference

extension Command {
  static let list = Command(
    name: "list", synopsis: "[<assignment>|<course>]",
    summary: "Show the assignments and courses, their parts and their points.",
    discussion: """
      Without an argument, one line an assignment with what is handed in for it (Swift, Python, a
      sheet of hand-computed answers), then one line a course. With an assignment, its parts and what
      each output is worth; with a course, its assignments as far as it
      teaches them, and the conventions that its editions differ in.
      """,
    options: []
  ) { arguments, console in
    guard arguments.positionals.count <= 1 else {
      throw UsageError("list takes one assignment or course at most")
    }
    guard let id = arguments.positionals.first else {
      console.print(everything)
      return .success
    }
    if let course = Catalogue.course(id) {
      console.print(details(of: course))
    } else {
      console.print(details(of: try Assignment.listed(id)))
    }
    return .success
  }

  private static var everything: String {
    let assignments = Catalogue.all.map { assignment in
      [
        assignment.id, "\(assignment.points) points",
        assignment.handedIn.joined(separator: ", "), assignment.title,
      ]
    }
    let courses = Catalogue.courses.map { course in
      [course.id, course.title, course.entries.map(\.assignment).joined(separator: ", ")]
    }
    return table(assignments) + "\nCourses\n" + table(courses)
  }

  private static func details(of assignment: Assignment) -> String {
    var lines = ["\(assignment.id) · \(assignment.title) · \(assignment.points) points", ""]
    lines.append("A submission holds `struct Submission: \(assignment.contract)`.")
    lines.append("Handed in: \(assignment.handedIn.joined(separator: ", ")).")
    let courses = assignment.courses.map(\.id)
    if !courses.isEmpty { lines.append("Courses: \(courses.joined(separator: ", ")).") }
    for part in assignment.parts {
      lines.append("")
      lines.append("\(part.id) · \(part.title) · \(part.points) points")
      let outputs = part.outputs.map { "\($0.name) \($0.points)" }
      lines.append("  " + outputs.joined(separator: ", "))
    }
    let sheets = Catalogue.furtherSheets(of: assignment.id)
    if !sheets.isEmpty { lines += ["", "The part by hand may ask another sheet (--sheet NAME):"] }
    lines += sheets.map { "  \($0.name): \($0.summary)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func details(of course: Course) -> String {
    let members = course.members(of: Catalogue.all, inPython: false)
    let rows = members.map { member in
      let whole = Catalogue.assignment(member.id)?.parts.count
      let parts = member.parts.map(\.id).joined(separator: ", ")
      return [
        member.id, "\(member.points) points", member.parts.count == whole ? "all parts" : parts,
      ]
    }
    let points = members.map(\.points).sum()
    return "\(course.id) · \(course.title) · \(points) points\n\n" + table(rows)
      + conventions(of: course)
  }

  private static func conventions(of course: Course) -> String {
    guard !course.conventions.isEmpty else { return "" }
    let lines = course.conventions.flatMap { convention in
      [
        "  \(convention.id) · \(convention.sentence)",
        "    worth \(convention.credit) of the points where another one is chosen",
      ]
    }
    return (["", "Conventions, for --convention:"] + lines).joined(separator: "\n") + "\n"
  }

  /// Rows in columns as wide as their widest cell.
  private static func table(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).dropLast().map {
        $0.padding(toLength: $1, withPad: " ", startingAt: 0)
      }
      return (padded + row.suffix(1)).joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension Assignment {
  /// The courses that teach it.
  fileprivate var courses: [Course] {
    Catalogue.courses.filter { $0.entries.contains { $0.assignment == id } }
  }

  /// In what it may be handed in.
  fileprivate var handedIn: [String] {
    let isInPython = courses.contains { $0.taught(self) != nil }
    return ["Swift"] + (isInPython ? ["Python"] : [])
      + (Catalogue.worksheet(of: id) == nil ? [] : ["sheet"])
  }
}

extension Course {
  /// The course of that name.
  static func named(_ id: String) throws(UsageError) -> Course {
    guard let course = Catalogue.course(id) else {
      throw UsageError(unknown: "course", id, among: Catalogue.courses.map(\.id))
    }
    return course
  }

  /// The conventions of those names.
  func chosen(_ ids: [String]) throws(UsageError) -> [Convention] {
    do {
      return try conventions(named: ids)
    } catch {
      switch error {
      case .unknown(let id, let known):
        throw UsageError(unknown: "convention of \(self.id)", id, among: known)
      case .excluded(let id, let other):
        throw UsageError("--convention \(id) and --convention \(other) exclude each other")
      }
    }
  }
}

extension Assignment {
  /// The assignment of that name.
  static func named(_ id: String) throws(UsageError) -> Assignment {
    guard let assignment = Catalogue.all.first(where: { $0.id == id }) else {
      throw UsageError(unknown: "assignment", id, among: Catalogue.all.map(\.id))
    }
    return assignment
  }

  /// The assignment of that name, where a course might stand as well.
  static func listed(_ id: String) throws(UsageError) -> Assignment {
    guard let assignment = Catalogue.assignment(id) else {
      throw UsageError(
        unknown: "assignment or course", id,
        among: Catalogue.all.map(\.id) + Catalogue.courses.map(\.id))
    }
    return assignment
  }
}
