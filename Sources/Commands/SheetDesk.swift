import Classroom
import Grading
import Reference
import Reports
import Worksheets

/// An answer sheet that was named on the command line, and what it is to be judged by.
struct SheetDesk {
  let file: SheetFile
  let assignment: Assignment
  let worksheet: Worksheet

  /// The options that say by what.
  static let options = [
    Option("--assignment", "ID", "The assignment; read from the sheet when left out."),
    Option("--variant-for", "ID", "The student by whose own numbers the sheet is judged."),
    Option("--seed", "TEXT", "The course's seed, from which those were drawn. Default: public."),
  ]

  /// Reads a sheet and finds out what it answers.
  ///
  /// - Throws: `InputError` where it cannot be judged by what the command line says.
  init(for path: String, _ arguments: Arguments) throws {
    do {
      file = try SheetFile(path: path)
    } catch {
      throw InputError(error.description)
    }
    let assignment = try Self.assignment(of: path, arguments, file.sheet.assignment)
    let worksheet = try Catalogue.neededWorksheet(of: assignment.id)
    let student = arguments.value("--variant-for")
    let own = try student.map { try Self.own(assignment, of: $0, arguments) }
    self.assignment = own?.assignment ?? assignment
    self.worksheet = own?.worksheet ?? worksheet
    if let mismatch = self.worksheet.mismatch(with: file.sheet) {
      throw InputError(
        OtherNumbers(sheet: path, of: student, mismatch, option: "--variant-for ID"))
    }
  }

  /// A sheet of which all is known.
  init(file: SheetFile, assignment: Assignment, worksheet: Worksheet) {
    self.file = file
    self.assignment = assignment
    self.worksheet = worksheet
  }

  /// The assignment that the command line names, or else what is at the path.
  static func assignment(
    of path: String, _ arguments: Arguments, _ named: String?
  ) throws -> Assignment {
    guard let name = arguments.value("--assignment") ?? named else {
      throw InputError(
        "'\(path)' does not say which assignment it answers; add a line `assignment = ID` or "
          + "--assignment ID")
    }
    return try .named(name)
  }

  /// A student's own numbers under the seed that the command line gives.
  static func own(
    _ assignment: Assignment, of student: String, _ arguments: Arguments
  ) throws -> SheetVariant {
    let seed = try arguments.seed
    guard let own = try SheetVariants(of: assignment, under: seed)?.own(of: student) else {
      throw InputError("\(assignment.id) has no hand-computed part; see gradecheck list")
    }
    return own
  }
}

extension Arguments {
  /// The course's seed; the public one where none is given.
  var seed: Seed {
    get throws(UsageError) {
      guard let text = value("--seed") else { return .public }
      guard !text.isEmpty else {
        throw UsageError("--seed is empty; give a text that nobody can guess, or leave it out")
      }
      return Seed(text)
    }
  }
}

extension InputError {
  /// A sheet that cannot be judged by the numbers at hand.
  init(_ other: OtherNumbers) { self.init(Sanitised(other.description).line) }
}
