import Classroom
import Grading
import Reference
import Reports

extension Command {
  static let verify = Command(
    name: "verify", synopsis: "<answers>... [options]",
    summary: "Check hand-computed answers, slot by slot.",
    discussion: """
      An answer sheet is a text file with one slot a line, such as `x1 = [0.5933, 0.5969]`; `#` begins
      a comment. A value is right within one and a half units of the last digit that is asked for: 4
      decimals, and 3 significant figures of small numbers. So is what follows from the sheet's own
      earlier values, of which one is wrong. The sheet names its assignment
      (`assignment = backprop-2-2-1`), or --assignment does. A table (.csv) has a row for each student
      and a column for each slot. The exit code is 0 when every slot is
      right, and 1 otherwise.
      """,
    options: SheetDesk.options + [
      Option("--color", "WHEN", "auto, always or never. Default: auto.")
    ]
  ) { arguments, console in
    var console = console
    console.color = try arguments.choice("--color", of: Console.ColorChoice.self) ?? .auto
    guard !arguments.positionals.isEmpty else {
      throw UsageError("verify needs an answer sheet: gradecheck verify <answers>...")
    }
    var isAllRight = true
    for path in arguments.positionals {
      let (desks, isWhole) = try SheetDesk.all(at: path, arguments, console)
      isAllRight = isAllRight && isWhole
      for desk in desks {
        let report = try desk.file.report(
          for: desk.assignment.handWork, worksheet: desk.worksheet
        ).redacted(for: .student)
        console.print(ReportFormat.text.render(report, Style(color: console.usesColor)))
        isAllRight = isAllRight && report.earned == report.points
      }
    }
    return isAllRight ? .success : .belowPassMark
  }
}
