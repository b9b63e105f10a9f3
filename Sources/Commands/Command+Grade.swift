import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Reports

extension Command {
  static let grade = Command(
    name: "grade", synopsis: "<path>... [options]",
    summary: "Grade a submission, or a class: a folder of submissions.",
    discussion: """
      A submission is a Swift file, an answer sheet (.txt), a Python file or notebook, or a folder that
      holds them. A class is a folder with one such file or folder for each student, or a table of
      hand-computed answers (.csv) with a row for each student and a column for each slot. The
      assignment is found from the contract that the submissions name, or, with the course, from the
      functions that they define in Python. With --course alone all that the course teaches goes into one
      report; in Swift a folder for each assignment, called by its name, is then one hand-in. Without
      --output the report goes to standard output.

      With --output DIR each submission gets report.json and report.txt (in a folder of its name for a
      class), for --audience staff evidence.json as well; a hand-computed sheet gets sheet.html and
      sheet.svg, what decided about each number. A class gets class.txt and grades.csv, and run.json
      records how it was run. A run that was cut short goes on where it stopped when the same command
      is given again. A row of a table is graded on the part by hand alone.
      """,
    options: GradeOptions.all
  ) { arguments, console in
    var console = console
    let options = try GradeOptions(arguments)
    console.color = options.color
    console.isQuiet = options.isQuiet
    guard !arguments.positionals.isEmpty else {
      throw UsageError("grade needs a path: gradecheck grade <path>... [options]")
    }
    let (submissions, isClass, tables) = try found(
      at: arguments.positionals, to: options.wholeCourse)
    let workshop = try Workshop.standard(
      isolation: options.isolation, mustBeStrong: options.requiresStrongIsolation, console)
    let plan: GradePlan
    do {
      plan = try GradePlan(for: submissions, options, in: workshop, console)
    } catch is GradePlan.NothingCanRun {
      return .ungraded
    }
    let sheet = try plan.sheet(options)
    let unsure = try tables.flatMap { table in
      guard let sheet else { throw SheetChoice.withoutSheet(plan.assignment.id) }
      return try table.check(against: sheet.worksheet, console)
    }
    let grader = SubmissionGrader(
      assignment: sheet?.assignment ?? plan.assignment,
      worksheet: sheet?.worksheet ?? options.wholeCourse?.worksheet, members: plan.courseMembers,
      own: try plan.ownSchemes(for: submissions, asking: sheet, options, console),
      workshop: workshop, rules: options.rules, python: plan.python)
    if let output = options.output {
      try OutputPlace(output).check(apartFrom: submissions, at: arguments.positionals)
    }
    let run = GradeRun(
      grader: grader, options: options, console: console, words: arguments.shown)
    guard isClass else {
      if let stray = plan.leftOut.first { throw InputError("'\(stray.name)' \(stray.reason)") }
      do {
        return try run.grade(submissions[0])
      } catch let other as OtherNumbers {
        throw InputError(other)
      }
    }
    let leftOut = Set(plan.leftOut.map(\.name))
    let members = submissions.filter { !leftOut.contains($0.name) }
    return try run.grade(classOf: members, without: plan.leftOut + unsure)
  }

  /// The submissions at all paths, whether they are a class, and the tables among the paths.
  ///
  /// A folder with folders called by the course's assignments is one hand-in to the course.
  static func found(at paths: [String], to course: Course? = nil) throws -> (
    submissions: [FoundSubmission], isClass: Bool, tables: [ClassTable]
  ) {
    var all: [FoundSubmission] = []
    var tables: [ClassTable] = []
    var isClass = paths.count > 1
    for path in paths {
      switch try look(at: path, course) {
      case .submission(let submission): all.append(submission)
      case .classFolder(let submissions):
        all += submissions
        isClass = true
      case .table(let table, let submissions):
        all += submissions
        tables.append(ClassTable(path: path, table: table))
        isClass = true
      }
    }
    // Reports are filed under the submissions' names, so two of one name cannot both be kept.
    let repeated = Dictionary(grouping: all, by: \.name).first { $0.value.count > 1 }
    if let repeated {
      throw InputError("two submissions are called '\(repeated.key)'; rename one of them")
    }
    if let clash = all.first(where: { ReportFolder.ownNames.contains($0.name) }) {
      throw InputError("a submission is called '\(clash.name)', like a report; rename it")
    }
    return (all, isClass, tables)
  }

  private static func look(
    at path: String, _ course: Course?
  ) throws(InputError) -> Found {
    if let course, !CourseFolders(at: path, of: course.members).isEmpty {
      let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
      return .submission(FoundSubmission(name: name, path: path))
    }
    do {
      return try Found(at: path)
    } catch {
      throw InputError(error.description)
    }
  }
}
