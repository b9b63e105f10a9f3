/// How one check, or one output within it, ended.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// The grader's own comparison found the answer right.
  case passed
  /// Right by another convention than the handout's, or but for the submission's own wrong pieces;
  /// its credit stands in the scheme.
  case accepted
  case failed
  /// Nothing there yet: a "todo", not an alarm.
  case notImplemented
  case threw
  case crashed
  case timedOut
  case memoryExceeded
  case outputExceeded
  case exitedEarly
  case protocolError
  /// A check that this one depends on did not pass.
  case skipped
  /// No check judged it.
  case notRun

  /// Whether the code under grading misbehaved rather than answered wrongly.
  package var isMisbehaviour: Bool {
    switch self {
    case .threw, .crashed, .timedOut, .memoryExceeded, .outputExceeded, .exitedEarly,
      .protocolError:
      true
    case .passed, .accepted, .failed, .notImplemented, .skipped, .notRun: false
    }
  }
}
