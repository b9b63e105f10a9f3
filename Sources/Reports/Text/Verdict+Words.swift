import Grading

extension Verdict {
  /// The verdict in one or two plain words.
  var words: String {
    switch self {
    case .passed: "passed"
    case .accepted: "accepted"
    case .failed: "wrong"
    case .notImplemented: "todo"
    case .threw: "threw an error"
    case .crashed: "crashed"
    case .timedOut: "timed out"
    case .memoryExceeded: "too much memory"
    case .outputExceeded: "printed too much"
    case .exitedEarly: "ended early"
    case .protocolError: "unreadable answer"
    case .skipped: "skipped"
    case .notRun: "not run"
    }
  }

  /// How the words look; what is not written yet is no alarm.
  var ink: Ink {
    switch self {
    case .passed: .green
    case .accepted: .yellow
    case .notImplemented, .skipped, .notRun: .faint
    case .failed, .threw, .crashed, .timedOut, .memoryExceeded, .outputExceeded, .exitedEarly,
      .protocolError:
      .red
    }
  }
}
