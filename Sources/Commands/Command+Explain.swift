import Classroom
import Grading
import Reference
import Reports

extension Command {
  static let explain = Command(
    name: "explain", synopsis: "<answers>... [options]",
    summary: "Show staff what decided about each number of an answer sheet.",
    discussion: """
      For every number of a hand-computed sheet: what was typed, the true value, the value from the
      sheet's own earlier numbers, the rule that decided, what it accepts, and the points. The page
      holds the right answers, so it is for staff alone; `verify` is the student's own check. The
      sheet names its assignment (`assignment = backprop-2-2-1`), or --assignment does.
      """,
    options: [
      Option("--assignment", "ID", "The assignment; read from the sheet when left out.")
    ]
  ) { arguments, console in
    guard !arguments.positionals.isEmpty else {
      throw UsageError("explain needs an answer sheet: gradecheck explain <answers>...")
    }
    for path in arguments.positionals {
      console.print(try appeal(path, as: arguments.value("--assignment")).text)
    }
    return .success
  }

  private static func appeal(_ path: String, as id: String?) throws -> SheetAppeal {
    let file: SheetFile
    do {
      file = try SheetFile(path: path)
    } catch {
      throw InputError(error.description)
    }
    guard let name = id ?? file.sheet.assignment else {
      throw InputError(
        "'\(path)' does not say which assignment it answers; add a line `assignment = ID` or "
          + "--assignment ID")
    }
    let assignment = try Assignment.named(name)
    guard let appeal = try SheetAppeal(of: file.sheet, named: file.name, by: assignment) else {
      throw InputError("\(name) has no hand-computed part; see gradecheck list \(name)")
    }
    return appeal
  }
}
