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
    SheetChoice.option,
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
    // A fault in JSON costs the whole sheet, also the line that says what it answers.
    if file.sheet.entries.isEmpty, file.sheet.assignment == nil,
      file.sheet.problems.count == 1, let problem = file.sheet.problems.first
    {
      throw InputError("'\(path)': \(problem)")
    }
    let assignment = try Self.assignment(of: path, arguments, file.sheet.assignment)
    // Which sheet it is says the sheet itself; whose numbers it asks about must be asked.
    let named = file.sheet.variant.flatMap { VariantName($0).form }.flatMap {
      SheetVariant(of: assignment, form: $0) == nil ? nil : $0
    }
    let asked = try Self.asked(of: assignment, arguments, form: arguments.value("--sheet") ?? named)
    self.assignment = asked.assignment
    worksheet = asked.worksheet
    if let mismatch = worksheet.mismatch(with: file.sheet) {
      throw InputError(
        OtherNumbers(
          sheet: path, of: arguments.value("--variant-for"), mismatch, option: "--variant-for ID"))
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

  /// The sheet that the command line asks for, with a student's own numbers where it says whose.
  static func asked(
    of assignment: Assignment, _ arguments: Arguments, form: String?
  ) throws -> SheetVariant {
    let sheet = try SheetChoice.sheet(form, of: assignment)
    let seed = try arguments.seed
    return try arguments.value("--variant-for").flatMap { student in
      try SheetVariants(of: assignment, form: form, under: seed)?.own(of: student)
    } ?? sheet
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
