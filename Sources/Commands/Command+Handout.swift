import Grading
import Reference
import Worksheets

extension Command {
  static let handout = Command(
    name: "handout", synopsis: "<assignment> --output DIR [options]",
    summary: "Write the empty answer sheet of hand-computed work.",
    discussion: """
      Writes answers.txt, the question with an empty line for each value, into the folder. With
      --sheet it is another of the assignment's sheets: with tanh or a ReLU, with a step downhill,
      for a batch; `list` shows them, and `grade --sheet` with the same name marks them. With
      --variant-for, which may be repeated, each student gets a sheet with weights and inputs of
      their own, DIR/<student>/answers.txt. They follow from the seed and the student's identifier;
      `grade --variants` with the same seed finds them again from the name of the folder that the
      student hands in.
      """,
    options: [
      Option("--output", "DIR", "Write the sheets into this folder."),
      SheetChoice.option,
      Option("--variant-for", "ID", "A student who gets numbers of their own; may be repeated."),
      Option("--seed", "TEXT", "The course's seed, from which they are drawn. Default: public."),
    ]
  ) { arguments, console in
    guard arguments.positionals.count == 1 else {
      throw UsageError("handout needs one assignment: gradecheck handout <assignment> --output DIR")
    }
    guard let output = arguments.value("--output") else {
      throw UsageError("handout needs a folder to write to: add --output DIR")
    }
    let assignment = try Assignment.named(arguments.positionals[0])
    let form = arguments.value("--sheet")
    let sheet = try SheetChoice.sheet(form, of: assignment)
    let sheets = try sheets(sheet.worksheet, form, of: assignment, arguments)
    let folder = try ReportFolder(output)
    for (name, sheet) in sheets {
      try folder.write(sheet.blankSheet, to: name)
      console.print("\(output)/\(name)\(sheet.variant.map { "  variant \($0)" } ?? "")\n")
    }
    return .success
  }

  /// The sheets by the names of their files.
  private static func sheets(
    _ worksheet: Worksheet, _ form: String?, of assignment: Assignment, _ arguments: Arguments
  ) throws -> [(name: String, sheet: Worksheet)] {
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
