import Digests
import Foundation
import Grading
import Hosting
import Worksheets

/// An answer sheet as a file.
package struct SheetFile: Sendable {
  /// Where it lies in the submission, such as `homework/answers.txt`.
  package let name: String
  /// Who handed it in, where it does not bear a name of its own.
  package let student: String?
  let bytes: [UInt8]
  package let sheet: AnswerSheet

  /// The sheet at a path that somebody named.
  package init(path: String) throws(NothingToGrade) {
    guard let bytes = SourceFiles.regularFile(at: path) else {
      throw NothingToGrade(
        description: "'\(path)' cannot be read as an answer sheet; it must be a text file")
    }
    self.init(name: URL(fileURLWithPath: path).lastPathComponent, bytes: bytes)
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    student = nil
    self.bytes = bytes
    sheet = AnswerSheet(parsing: bytes)
  }

  /// One row of the table at a path.
  package init(_ row: AnswerTable.Row, of path: String, on worksheet: Worksheet) {
    name = URL(fileURLWithPath: path).lastPathComponent
    student = row.name
    // What the receipt is made of: the row under the names of its columns, and nobody else's.
    bytes = row.content.flatMap { $0.flatMap { [UInt8]($0.utf8) + [0x1f] } + [0x1e] }
    sheet = row.sheet(for: worksheet)
  }
}

extension SheetFile {
  /// What the student should mend in the sheet, line by line.
  func notes(for worksheet: Worksheet?) -> [HandIn.SourceNote] {
    let problems = sheet.problems + (worksheet?.problems(of: sheet) ?? [])
    return problems.sorted { $0.line < $1.line }.map {
      .init(file: name, line: $0.line, column: 1, message: $0.sentence)
    }
  }

  /// Judges the sheet by itself, without any code.
  package func report(for assignment: Assignment, worksheet: Worksheet) throws -> Report {
    let source = SubmissionSource(code: nil, codeSilence: .notImplemented, sheet: sheet)
    return Report(
      subject: .init(assignment, seed: .public),
      handIn: HandIn(
        name: student ?? name, receipt: SHA256.hash(of: bytes).hex,
        diagnostics: notes(for: worksheet)),
      parts: try Grader(assignment: assignment, seed: .public).grade(source),
      passMark: 100, instrument: .init(kit: nil, toolchain: nil))
  }
}

extension AnswerTable {
  /// The table at a path that somebody named.
  package init(path: String) throws(NothingToGrade) {
    guard let bytes = SourceFiles.regularFile(at: path) else {
      throw NothingToGrade(
        description: "'\(path)' cannot be read as a table of answers; it must be a CSV file of at "
          + "most \(SourceFiles.largestFile) bytes")
    }
    self.init(parsing: bytes)
  }
}
