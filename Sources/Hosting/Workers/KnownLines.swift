import Grading

/// The lines of a submission that a crash may name; what it prints of any other place is not shown.
package struct KnownLines: Sendable {
  /// For each file on disk its name as the student gave it, and how many lines it has.
  private let files: [String: (name: String, count: Int)]
  private let trace: CrashTrace?

  /// Every line of the files that a worker was built from.
  package init(of files: [SourceFiles.File] = []) { self.init(of: files, trace: nil) }

  /// The same, for a worker that leaves a trace where it crashes.
  init(of files: [SourceFiles.File], trace: CrashTrace?) {
    self.trace = trace
    let counts = Dictionary(
      files.map { ($0.name, 1 + $0.bytes.count { $0 == UInt8(ascii: "\n") }) },
      uniquingKeysWith: { first, _ in first })
    self.files = SourceFiles(files: files).names.mapValues { ($0, counts[$0] ?? 0) }
  }

  /// Every line of the files that Python runs, under their own names.
  package init(ofPython files: [SourceFiles.File]) {
    self.files = Dictionary(
      files.map { ($0.name, ($0.name, 1 + $0.bytes.count { $0 == UInt8(ascii: "\n") })) },
      uniquingKeysWith: { first, _ in first })
  }

  /// An error that was thrown, with the line that Python's worker names at its end: "ValueError: no
  /// (layers.py, line 3, in relu)".
  func error(_ words: String) -> Silence {
    let form = /(?s)(.*) \((.+?)(, cell [0-9]{1,4})?, line ([0-9]{1,7}), in [^()]*\)/
    guard let match = words.wholeMatch(of: form), let file = files[String(match.2)],
      let line = Int(match.4), (1...file.count).contains(line)
    else { return .threw(words) }
    return .threw(
      String(match.1), at: Silence.Place(file: file.name + (match.3 ?? ""), line: line))
  }

  /// The line that the runtime names with "StudentWork/Submission.swift:31: ", if there is one.
  subscript(text: String) -> Silence.Place? {
    let place = #/StudentWork/([^/:]+):([0-9]{1,7}): /#
    guard let match = text.wholeMatch(of: place), let line = Int(match.2) else { return nil }
    return self[String(match.1), line]
  }

  private subscript(file: String, line: Int) -> Silence.Place? {
    guard let file = files[file], (1...file.count).contains(line) else { return nil }
    return Silence.Place(file: file.name, line: line)
  }

  /// The innermost line of the submission's own among the places that a crash has left, if it is
  /// known; its caller's would be another.
  func traced(in standardError: String) -> Silence.Place? {
    trace?.lines(in: standardError).first { files[$0.file] != nil }
      .flatMap { self[$0.file, $0.line] }
  }
}
