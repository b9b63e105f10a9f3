import Classroom
import Foundation
import Grading
import Reference
import Reports

extension Command {
  static let explain = Command(
    name: "explain", synopsis: "<answers>|<assignment>... [options]",
    summary: "Show what decided about each number of a sheet, or the worked solution.",
    discussion: """
      Of a hand-computed sheet: for every number what was typed, the true value, the value from the
      sheet's own earlier numbers, the rule that decided, what it accepts, and the points. The sheet
      names its assignment (`assignment = backprop-2-2-1`), or --assignment does. Of an assignment
      with a hand-computed part: the solution step by step, in symbols and numbers.

      The page holds the right answers, so it is for staff; `verify` is the student's own check. With
      --audience student it goes as far as the first step that went wrong, or shows the way of an
      assignment in symbols alone. HTML has the picture of the network in it; with --output the
      picture is also written beside the page, as an .svg file.
      """,
    options: SheetDesk.options + [
      Option("--format", "NAME", "text, markdown or html. Default: text."),
      Option("--output", "FILE", "Write the page, and the picture beside it."),
      Option("--audience", "WHO", "staff or student. Default: staff."),
    ]
  ) { arguments, console in
    let options = try ExplainOptions(arguments)
    for explained in try arguments.positionals.flatMap({
      try Explained.all($0, options, arguments, console)
    }) {
      guard let path = options.output else {
        console.print(explained.page(options.format, picture: nil))
        continue
      }
      let output = try ExplainOutput(path, for: explained.sheetPath)
      let picture = explained.picture
      try output.write(
        explained.page(options.format, picture: picture == nil ? nil : output.picture),
        picture?.svg)
    }
    return .success
  }
}

/// The options of `explain`.
private struct ExplainOptions: Sendable {
  let format: ExplanationFormat
  let audience: Audience
  let output: String?

  init(_ arguments: Arguments) throws(UsageError) {
    guard !arguments.positionals.isEmpty else {
      throw UsageError(
        "explain needs an answer sheet or an assignment: gradecheck explain <answers>...")
    }
    format = try arguments.choice("--format", of: ExplanationFormat.self) ?? .text
    audience = try arguments.choice("--audience", of: Audience.self) ?? .staff
    output = arguments.value("--output")
    guard output == nil || arguments.positionals.count == 1 else {
      throw UsageError("--output takes one page; explain one sheet at a time")
    }
  }
}

/// What is explained.
private enum Explained {
  case sheet(SheetAppeal, path: String)
  case assignment(WorkedSolution)

  /// The assignment of that name, else the sheet at that path, or the rows of a table.
  static func all(
    _ subject: String, _ options: ExplainOptions, _ arguments: Arguments, _ console: Console
  ) throws -> [Explained] {
    let isFile = FileManager.default.fileExists(atPath: subject)
    if Catalogue.assignment(subject) != nil || !(isFile || subject.contains(/[\/.]/)) {
      let assignment = try Assignment.named(subject)
      let asked = try SheetDesk.asked(
        of: assignment, arguments, form: arguments.value("--sheet"))
      guard let solution = WorkedSolution(of: asked.assignment, asking: asked.worksheet) else {
        throw SheetChoice.withoutSheet(subject)
      }
      return [.assignment(solution.redacted(for: options.audience))]
    }
    let desks = try SheetDesk.all(at: subject, arguments, console).desks
    guard options.output == nil || desks.count == 1 else {
      throw UsageError("--output takes one page; '\(subject)' has \(desks.count) sheets")
    }
    return try desks.map {
      .sheet(try appeal(at: $0).redacted(for: options.audience), path: subject)
    }
  }

  var sheetPath: String? {
    if case .sheet(_, let path) = self { path } else { nil }
  }

  var picture: NetworkPicture? {
    switch self {
    case .sheet(let appeal, path: _): appeal.picture
    case .assignment(let solution): solution.picture
    }
  }

  func page(_ format: ExplanationFormat, picture: String?) -> String {
    switch self {
    case .sheet(let appeal, path: _): format.render(appeal, picture: picture)
    case .assignment(let solution): format.render(solution, picture: picture)
    }
  }

  private static func appeal(at desk: SheetDesk) throws -> SheetAppeal {
    guard
      let appeal = try SheetAppeal(
        of: desk.file.sheet, named: desk.file.student ?? desk.file.name, by: desk.assignment,
        asking: desk.worksheet)
    else { throw SheetChoice.withoutSheet(desk.assignment.id) }
    return appeal
  }
}
