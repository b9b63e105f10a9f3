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
      let work = try SheetsAtPath(path, as: arguments.value("--assignment"), console)
      for sheet in work.sheets {
        let appeal = try SheetAppeal(
          of: sheet.sheet, named: sheet.student ?? sheet.name, by: work.assignment)
        if let appeal { console.print(appeal.text) }
      }
    }
    return .success
  }
}
