/// Reads what `swiftc -diagnostic-style=llvm` prints, whatever else may stand in between.
///
/// Lines of student code and carets are passed over. Input is what was captured, so at most 64 kB.
struct DiagnosticReader {
  /// The folder that the student's files were compiled in, as it stood on the command line.
  let folder: String
  /// The student's names for the files in that folder.
  let names: [String: String]
  /// Further folders of ours that may not be shown.
  let hidden: [String]

  /// All that is said in the text, in its order, at most `Diagnostic.limit`.
  func read(_ text: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for line in text.split(whereSeparator: \.isNewline) {
      guard let next = parse(line) else { continue }
      if next.severity != .note {
        found.append(next)
      } else if !found.isEmpty {
        let note = Diagnostic.Note(
          file: next.file, line: next.line, column: next.column, message: next.message,
        )
        found[found.count - 1].notes.append(note)
      }
    }
    return shorten(withoutSummary(found))
  }

  /// Reads one line: a place or the name of a tool or nothing, a severity, and a message.
  ///
  /// Tools, such as the linker, count with errors only, because student code stands in between, and
  /// a comment may well hold "hint: note: …".
  private func parse(_ line: Substring) -> Diagnostic? {
    let shape =
      /(?:(.+?):([0-9]{1,9}):([0-9]{1,9}): |(.*?: ))?(error|warning|remark|note): (.*)/
    guard let match = line.wholeMatch(of: shape)?.output,
      let severity = Diagnostic.Severity(rawValue: String(match.5)),
      match.4 == nil || severity == .error
    else { return nil }
    let file = match.1.flatMap(studentName)
    return Diagnostic(
      file: file,
      line: file == nil ? 0 : match.2.flatMap { Int($0) } ?? 0,
      column: file == nil ? 0 : match.3.flatMap { Int($0) } ?? 0,
      severity: severity,
      message: hide(String(match.6)),
    )
  }

  private func studentName(_ path: Substring) -> String? {
    guard path.hasPrefix(folder + "/") else { return nil }
    let name = String(path.dropFirst(folder.count + 1))
    return names[name] ?? name
  }

  /// Takes the names of our folders out of a message, and leaves what lies in them.
  private func hide(_ message: String) -> String {
    var result = message
    for secret in ([folder] + hidden).sorted(by: { $0.count > $1.count }) where secret != "/" {
      result = result.replacing(secret + "/", with: "").replacing(secret, with: ".")
    }
    return result
  }

  /// Leaves out the driver's and linker's closing words, if anything else explains the failure.
  private func withoutSummary(_ found: [Diagnostic]) -> [Diagnostic] {
    let telling = found.filter { !$0.message.hasSuffix("(use -v to see invocation)") }
    return telling.contains { $0.severity == .error } ? telling : found
  }

  private func shorten(_ found: [Diagnostic]) -> [Diagnostic] {
    guard found.count > Diagnostic.limit else { return found }
    let errors = found.filter { $0.severity == .error }
    return Array((errors.isEmpty ? found : errors).prefix(Diagnostic.limit))
  }
}
