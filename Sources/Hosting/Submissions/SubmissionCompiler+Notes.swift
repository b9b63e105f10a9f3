import Grading

extension SubmissionCompiler {
  /// What the student reads: the errors at lines of the student's own files, in the files' order,
  /// each forgotten import once instead of the many errors that follow from it.
  ///
  /// An error in our entry alone means that there is no fitting `Submission`; that is said at the
  /// first line of the first file, where it belongs.
  static func notes(
    _ errors: [Diagnostic], in files: [SourceFiles.File], _ kit: Kit
  ) -> [HandIn.SourceNote] {
    let own = errors.filter { $0.file != nil && $0.file != entry.name }
    guard !own.isEmpty || errors.isEmpty else {
      let message =
        "no file declares `struct Submission: \(kit.contract)` at its top level "
        + "(not `private`, not inside another type)"
      return files.prefix(1).map { .init(file: $0.name, line: 1, column: 1, message: message) }
    }
    return files.flatMap { file in notes(own.filter { $0.file == file.name }, of: file) }
  }

  private static func notes(
    _ errors: [Diagnostic], of file: SourceFiles.File
  ) -> [HandIn.SourceNote] {
    var notes = errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }.map { error in
      HandIn.SourceNote(
        file: file.name, line: error.line, column: error.column,
        message: error.message + hint(error.message))
    }
    let unknown = notes.filter { $0.message.contains("cannot find") }
    let text = String(decoding: file.bytes, as: UTF8.self)
    if !unknown.isEmpty, !text.contains(/(?m)^\s*import\s+Coursework\b/) {
      notes.removeAll(where: unknown.contains)
      notes.insert(
        .init(
          file: file.name, line: 1, column: 1,
          message: "add `import Coursework` at the top of this file"), at: 0)
    }
    return notes
  }

  /// What a first-course student cannot read out of the compiler's words.
  private static func hint(_ message: String) -> String {
    if message.contains("does not conform to protocol 'Contract'") {
      return "; give every stored property a value, so that `Submission()` works"
    }
    if message.contains("not allowed at the top level") {
      return "; put trial calls into a function, or leave them out"
    }
    if message.firstMatch(of: /cannot find '(exp|log|pow|sqrt|tanh)' in scope/) != nil {
      return "; add `import Foundation`, or use the method of `Tensor`"
    }
    return ""
  }
}
