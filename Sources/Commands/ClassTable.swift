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

/// What `verify` and `explain` look at: the sheets at one path, and what they answer.
struct SheetsAtPath {
  let assignment: Assignment
  let worksheet: Worksheet
  let sheets: [SheetFile]
  /// Rows of a table that nobody can be sure about.
  let leftOut: [ClassReport.Ungraded]

  init(_ path: String, as id: String?, _ console: Console) throws {
    let found = try Self.read(path)
    guard let name = id ?? found.assignment else {
      throw InputError(
        "'\(path)' does not say which assignment it answers; add a line `assignment = ID` or "
          + "--assignment ID")
    }
    assignment = try Assignment.named(name)
    worksheet = try Catalogue.neededWorksheet(of: name)
    switch found {
    case .sheet(let sheet):
      sheets = [sheet]
      leftOut = []
    case .table(let table):
      let worksheet = worksheet
      leftOut = try ClassTable(path: path, table: table).check(against: worksheet, console)
      for row in leftOut { console.complain("\(path): \(row.name): \(row.reason)") }
      sheets = table.rows.map { SheetFile($0, of: path, on: worksheet) }
    }
  }

  private enum Contents {
    case sheet(SheetFile)
    case table(AnswerTable)

    var assignment: String? {
      switch self {
      case .sheet(let sheet): sheet.sheet.assignment
      case .table(let table): table.assignment
      }
    }
  }

  private static func read(_ path: String) throws(InputError) -> Contents {
    do {
      return path.lowercased().hasSuffix(".csv")
        ? .table(try AnswerTable(path: path)) : .sheet(try SheetFile(path: path))
    } catch {
      throw InputError(error.description)
    }
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
