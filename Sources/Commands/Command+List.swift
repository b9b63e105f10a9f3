import Foundation
import Grading
import Reference

extension Command {
  static let list = Command(
    name: "list", synopsis: "[<assignment>|<course>]",
    summary: "Show the assignments, their parts and their points.",
    discussion: """
      Without an argument, one line an assignment. With one, its parts and what each output is worth;
      with a course, what it teaches and the conventions that its editions differ in.
      """,
    options: []
  ) { arguments, console in
    guard arguments.positionals.count <= 1 else {
      throw UsageError("list takes one assignment at most")
    }
    if let course = arguments.positionals.first.flatMap(Catalogue.course) {
      console.print(details(of: course))
    } else if let id = arguments.positionals.first {
      console.print(details(of: try Assignment.named(id)))
    } else {
      let width = Catalogue.all.map(\.id.count).max() ?? 0
      for assignment in Catalogue.all {
        let id = assignment.id.padding(toLength: width, withPad: " ", startingAt: 0)
        console.print("\(id)  \(assignment.points) points  \(assignment.title)\n")
      }
    }
    return .success
  }

  private static func details(of assignment: Assignment) -> String {
    var lines = ["\(assignment.id) · \(assignment.title) · \(assignment.points) points", ""]
    lines.append("A submission holds `struct Submission: \(assignment.contract)`.")
    for part in assignment.parts {
      lines.append("")
      lines.append("\(part.id) · \(part.title) · \(part.points) points")
      let outputs = part.outputs.map { "\($0.name) \($0.points)" }
      lines.append("  " + outputs.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Command {
  private static func details(of course: Course) -> String {
    var lines = ["\(course.id) · \(course.title)", ""]
    for taught in Catalogue.all.compactMap({ course.taught($0) }) {
      lines.append("\(taught.id) · \(taught.parts.map(\.id).joined(separator: ", "))")
    }
    if !course.conventions.isEmpty { lines += ["", "Conventions, for --convention:"] }
    for convention in course.conventions {
      lines.append("  \(convention.id) · \(convention.sentence)")
      lines.append("    worth \(convention.credit) of the points where another one is chosen")
    }
    return lines.joined(separator: "\n") + "\n"
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
}
