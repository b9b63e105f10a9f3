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
    let asked = try SheetChoice.sheet(arguments.value("--sheet"), of: assignment)
    var leftOut = try ClassTable(path: path, table: table).check(against: asked.worksheet, console)
    let desks = table.rows.compactMap { row -> SheetDesk? in
      let file = SheetFile(row, of: path, on: asked.worksheet)
      guard let mismatch = asked.worksheet.mismatch(with: file.sheet) else {
        return SheetDesk(file: file, assignment: asked.assignment, worksheet: asked.worksheet)
      }
      let other = OtherNumbers(sheet: file.name, of: row.name, mismatch)
      leftOut.append(.init(name: row.name, reason: other.description))
      return nil
    }
    for row in leftOut { console.complain("\(path): \(row.name): \(row.reason)") }
    return (desks, leftOut.isEmpty)
  }
}
