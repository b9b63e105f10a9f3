import Coursework

/// What comes back for a question: an answer, or silence and its cause.
package enum Reply: Sendable {
  /// The outputs, which of its inputs the call has changed on the way, and which conventions of its
  /// course the code was found to follow.
  case answer(Answer, changed: [String] = [], conventions: [String] = [])
  case silence(Silence)
}

/// Why a submission gave no answer.
///
/// Each is the submission's own doing, so each is a value; what our environment does wrong is thrown
/// instead and never scored.
package enum Silence: Sendable, Hashable {
  /// The starter's body is still there, the method is missing, or the slot is blank.
  case notImplemented
  /// The code threw; its own words, and the line of the submission where that is known.
  case threw(String, at: Place? = nil)
  /// The process died of a signal; what the runtime said about it and in which line of the
  /// submission, where it said anything.
  case crashed(signal: Int32, words: String?, at: Place? = nil)
  /// No answer within the limit, in seconds.
  case timedOut(limit: Int)
  /// More memory than the limit, in megabytes.
  case memoryExceeded(limit: Int)
  /// More printed than the limit, in megabytes.
  case outputExceeded(limit: Int)
  /// The process ended by itself before it answered.
  case exitedEarly(status: Int32)
  /// Bytes that are no valid answer, and why.
  case protocolError(String)
  /// There was nobody to ask, and why.
  case skipped(String)
  /// It fell silent before it was asked anything, and how.
  indirect case unasked(Silence)

  /// A line of the submission's own.
  package struct Place: Sendable, Hashable {
    /// The file, as the student called it.
    package let file: String
    /// Counted from 1.
    package let line: Int

    /// The given line of a file.
    package init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// The verdict of a check that met this silence.
  package var verdict: Verdict {
    switch self {
    case .notImplemented: .notImplemented
    case .threw: .threw
    case .crashed: .crashed
    case .timedOut: .timedOut
    case .memoryExceeded: .memoryExceeded
    case .outputExceeded: .outputExceeded
    case .exitedEarly: .exitedEarly
    case .protocolError: .protocolError
    case .skipped: .skipped
    case .unasked(let silence): silence.verdict
    }
  }
}
