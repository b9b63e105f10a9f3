import Foundation
import Grading
import Handouts
import Hosting
import Reference
import Worksheets

extension Command {
  static let handout = Command(
    name: "handout", synopsis: "<assignment|course> --output DIR [options]",
    summary: "Write the package that students receive.",
    discussion: """
      Writes a Swift package in which `swift test` works at once: the starter, the handout text, the
      blank answer sheet of hand-computed work, and checks that need no reference solution. Nothing
      of the reference is in it. Of a course every assignment becomes a folder in DIR.

      With --update the package in DIR gets this edition's contract, checks and texts; the folder
      Submission, with the student's work in it, stays as it is.

      With --sheet or --variant-for only answer sheets are written. --sheet takes another of the
      assignment's sheets: with tanh or a ReLU, with a step downhill, for a batch; `list` shows them,
      and `grade --sheet` with the same name marks them. --variant-for, which may be repeated, gives
      each student weights and inputs of their own, DIR/<student>/answers.txt. They follow from the
      seed and the student's identifier; `grade --variants` with the same seed finds them again from
      the name of the folder that the student hands in.
      """,
    options: [
      Option("--output", "DIR", "Write into this folder."),
      Option("--update", nil, "Renew a package and keep the work in it."),
      SheetChoice.option,
      Option("--variant-for", "ID", "A student who gets numbers of their own; may be repeated."),
      Option("--seed", "TEXT", "The course's seed, from which they are drawn. Default: public."),
    ]
  ) { arguments, console in
    guard arguments.positionals.count == 1 else {
      throw UsageError(
        "handout needs one assignment or course: gradecheck handout <assignment> --output DIR")
    }
    guard let output = arguments.value("--output") else {
      throw UsageError("handout needs a folder to write to: add --output DIR")
    }
    let name = arguments.positionals[0]
    if arguments.has("--sheet") || !arguments.all("--variant-for").isEmpty {
      try writeSheets(of: try Assignment.named(name), to: output, arguments, console)
    } else {
      try writePackages(of: name, to: output, arguments, console)
    }
    return .success
  }

  /// The package of an assignment, or one in a folder for each assignment of a course.
  private static func writePackages(
    of name: String, to output: String, _ arguments: Arguments, _ console: Console
  ) throws {
    guard let course = Catalogue.course(name) else {
      let assignment = try Assignment.listed(name)
      return try write(assignment, to: output, arguments, console)
    }
    for entry in course.entries {
      let assignment = try Assignment.named(entry.assignment)
      try write(assignment, to: "\(output)/\(assignment.id)", arguments, console)
    }
    try ReportFolder(output).write(
      course.handoutIndex(of: Catalogue.all), to: "\(course.id).md")
    console.print("\(output)/\(course.id).md  \(course.title)\n")
  }

  private static func write(
    _ assignment: Assignment, to folder: String, _ arguments: Arguments, _ console: Console
  ) throws {
    do {
      try HandoutPackage(of: assignment, home: .find())
        .write(to: folder, updating: arguments.has("--update"))
    } catch let refusal as HandoutRefusal {
      throw InputError(refusal.description)
    }
    console.print("\(folder)  \(assignment.title)\n")
  }

  private static func writeSheets(
    of assignment: Assignment, to output: String, _ arguments: Arguments, _ console: Console
  ) throws {
    let sheets = try sheets(of: assignment, arguments)
    let folder = try ReportFolder(output)
    for (name, sheet) in sheets {
      try folder.write(sheet.blankSheet, to: name)
      console.print("\(output)/\(name)\(sheet.variant.map { "  variant \($0)" } ?? "")\n")
    }
  }

  /// The sheets by the names of their files.
  private static func sheets(
    of assignment: Assignment, _ arguments: Arguments
  ) throws -> [(name: String, sheet: Worksheet)] {
    let form = arguments.value("--sheet")
    let worksheet = try SheetChoice.sheet(form, of: assignment).worksheet
    let students = arguments.all("--variant-for")
    guard !students.isEmpty else { return [("answers.txt", worksheet)] }
    // Identifiers become folders: none may lead out of the one that was named.
    if let odd = students.first(where: { $0.contains("/") || ["", ".", ".."].contains($0) }) {
      throw UsageError("'\(odd)' is no student's identifier: it must do as the name of a folder")
    }
    let variants = try SheetVariants(of: assignment, form: form, under: arguments.seed)
    return try students.map { student in
      ("\(student)/answers.txt", try variants?.own(of: student).worksheet ?? worksheet)
    }
  }
}
