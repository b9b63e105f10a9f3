import Foundation
import Grading
import Reference

extension Command {
  static let list = Command(
    name: "list", synopsis: "[<assignment>]",
    summary: "Show the assignments, their parts and their points.",
    discussion: """
      Without an argument, one line an assignment. With one, its parts and what each output is worth.
      """,
    options: []
  ) { arguments, console in
    guard arguments.positionals.count <= 1 else {
      throw UsageError("list takes one assignment at most")
    }
    if let id = arguments.positionals.first {
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
    let sheets = Catalogue.furtherSheets(of: assignment.id)
    if !sheets.isEmpty { lines += ["", "The part by hand may ask another sheet (--sheet NAME):"] }
    lines += sheets.map { "  \($0.name): \($0.summary)" }
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
