import Classroom
import Grading
import Hosting

extension Command {
  static let regrade = Command(
    name: "regrade", synopsis: "<reports> [options]",
    summary: "Judge recorded answers again: what changes, for whom and why.",
    discussion: """
      <reports> is the --output folder of an earlier grade. Its records are judged by today's scheme
      and reference; no code is run, except for checks that ask what they never asked before, and then
      --submissions says where the files are. What changes is printed first and written then: the
      reports, class.txt and grades.csv, in the formats that are there. A mark that would fall keeps
      its report, unless --allow-lower is given: fewer points, a lower percentage, or no pass any more.

      The exit code is 0 when all answers were judged, whatever the marks, and 3 when some could not
      be; those keep their reports.
      """,
    options: RegradeOptions.all
  ) { arguments, console in
    var console = console
    let options = try RegradeOptions(arguments)
    console.color = options.color
    console.isQuiet = options.isQuiet
    guard let path = arguments.positionals.first, arguments.positionals.count == 1 else {
      throw UsageError("regrade needs one folder of reports: gradecheck regrade <reports>")
    }
    let past = try PastRun(at: path)
    let paths = arguments.all("--submissions") + arguments.all("--pilot")
    let found = paths.isEmpty ? [] : try Command.found(at: paths).submissions
    // Without submissions there is no code to run, and so nothing to be warned of.
    let workshop =
      found.isEmpty
      ? try Workshop.standard(isolation: options.isolation)
      : try Workshop.standard(
        isolation: options.isolation, mustBeStrong: options.requiresStrongIsolation, console)
    let regrading = Regrading(
      past: past, options: options, workshop: workshop,
      submissions: Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) }))
    return try RegradeRun(
      past: past, regrading: regrading, options: options, console: console,
      words: arguments.shown, workshop: workshop
    ).run()
  }
}
