import Classroom
import Grading
import Reference
import Reports
import Worksheets

/// A table of a class's answers, named on the command line.
struct ClassTable {
  let path: String
  let table: AnswerTable

  /// Says what is wrong with the table, a line each, and who cannot be marked.
  ///
  /// - Throws: `InputError` where nothing in it can be marked.
  func check(
    against worksheet: Worksheet, _ console: Console
  ) throws(InputError) -> [ClassReport.Ungraded] {
    if let reason = table.refusal(for: worksheet) { throw InputError("'\(path)': \(reason)") }
    for problem in table.problems(for: worksheet) { console.complain("\(path): \(problem)") }
    return table.leftOut.map { .init(name: $0.name, reason: $0.reason) }
  }
}

extension SheetDesk {
  /// What `verify` and `explain` look at: the sheet at a path, or the rows of a table.
  ///
  /// - Returns: The sheets, and whether no row had to be left out.
  static func all(
    at path: String, _ arguments: Arguments, _ console: Console
  ) throws -> (desks: [SheetDesk], isWhole: Bool) {
    guard path.lowercased().hasSuffix(".csv") else {
      return ([try SheetDesk(for: path, arguments)], true)
    }
    guard arguments.value("--variant-for") == nil else {
      throw UsageError("--variant-for is for one student's sheet; '\(path)' is a table of many")
    }
    let table: AnswerTable
    do {
      table = try AnswerTable(path: path)
    } catch {
      throw InputError(error.description)
    }
    let assignment = try assignment(of: path, arguments, table.assignment)
    let worksheet = try Catalogue.neededWorksheet(of: assignment.id)
    let leftOut = try ClassTable(path: path, table: table).check(against: worksheet, console)
    for row in leftOut { console.complain("\(path): \(row.name): \(row.reason)") }
    let desks = table.rows.map {
      SheetDesk(
        file: SheetFile($0, of: path, on: worksheet), assignment: assignment, worksheet: worksheet)
    }
    return (desks, leftOut.isEmpty)
  }
}

extension Catalogue {
  /// What the sheets of an assignment ask, which must have a hand-computed part.
  static func neededWorksheet(of id: String) throws(InputError) -> Worksheet {
    guard let worksheet = worksheet(of: id) else {
      throw InputError("\(id) has no hand-computed part; see gradecheck list \(id)")
    }
    return worksheet
  }
}
