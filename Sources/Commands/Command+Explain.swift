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
    options: SheetDesk.options
  ) { arguments, console in
    guard !arguments.positionals.isEmpty else {
      throw UsageError("explain needs an answer sheet: gradecheck explain <answers>...")
    }
    for path in arguments.positionals {
      console.print(try appeal(path, arguments).text)
    }
    return .success
  }

  private static func appeal(_ path: String, _ arguments: Arguments) throws -> SheetAppeal {
    let desk = try SheetDesk(for: path, arguments)
    let (sheet, name) = (desk.file.sheet, desk.file.name)
    guard
      let appeal = try SheetAppeal(
        of: sheet, named: name, by: desk.assignment, asking: desk.worksheet)
    else { throw InputError("\(desk.assignment.id) has no hand-computed part") }
    return appeal
  }
}
