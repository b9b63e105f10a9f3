import Digests
import Foundation
import Grading
import Hosting
import Worksheets

/// An answer sheet as a file.
package struct SheetFile: Sendable {
  package let name: String
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

  /// The sheet of a submission, if it has one: `answers.txt`, else the one text file there is.
  init?(beside files: SourceFiles, at path: String) {
    let url = URL(fileURLWithPath: path)
    // Only a folder has contents; anything else is the one candidate itself.
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    let candidates =
      names?.sorted().filter { !$0.hasPrefix(".") }.map { url.appendingPathComponent($0) } ?? [url]
    let texts = candidates.filter { $0.pathExtension.lowercased() == "txt" }
    let chosen =
      texts.first { $0.lastPathComponent.lowercased() == "answers.txt" }
      ?? (texts.count == 1 ? texts.first : nil)
    guard let chosen,
      let bytes = SourceFiles.regularFile(at: chosen.path)
    else { return nil }
    self.init(name: chosen.lastPathComponent, bytes: bytes)
  }

  private init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    sheet = AnswerSheet(parsing: bytes)
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
      subject: .init(
        id: assignment.id, title: assignment.title, digest: assignment.digest(seed: .public).hex),
      handIn: HandIn(
        name: name, receipt: SHA256.hash(of: bytes).hex, diagnostics: notes(for: worksheet)),
      parts: try Grader(assignment: assignment, seed: .public).grade(source),
      passMark: 100, instrument: .init(kit: nil, toolchain: nil))
  }
}
