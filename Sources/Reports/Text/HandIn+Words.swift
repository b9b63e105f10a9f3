import Grading

extension HandIn.Status {
  /// The status in a few plain words.
  var words: String {
    switch self {
    case .graded: "graded"
    case .compileError: "does not compile"
    case .compileTimedOut: "takes too long to compile"
    case .compilerCrashed: "crashes the compiler"
    case .rejectedSource(let reason): "refused: \(reason)"
    }
  }
}

extension HandIn.SetAside {
  /// The file and the reason: "Extra.swift: does not compile".
  var words: String { "\(file): \(reason)" }
}

extension HandIn.SourceNote {
  /// Place and message as editors read them: "Submission.swift:12:5: cannot find 'x' in scope".
  var words: String { "\(file):\(line):\(column): \(message)" }
}
