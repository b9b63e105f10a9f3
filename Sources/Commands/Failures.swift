import Spelling

/// How a run of the tool ends, as the shell sees it.
package enum ExitCode: Int32, Sendable {
  /// One submission that reached the pass mark; or a class of which every submission was graded.
  case success = 0
  /// One submission that did not reach the pass mark; or an exam of the checks that they failed.
  case belowPassMark = 1
  /// Some of a class could not be graded, through no fault of theirs.
  case ungraded = 3
  /// A wrong command line.
  case usage = 64
  /// Input that cannot be read.
  case input = 65
  /// Our own fault.
  case fault = 70
}

/// A wrong command line: one line that says what is wrong and what would be right.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// A word that is none of those that fit here; names the nearest.
  init(unknown kind: String, _ word: String, among names: [String]) {
    if let nearest = word.nearest(among: names) {
      description = "unknown \(kind) '\(word)'; did you mean '\(nearest)'?"
    } else {
      description = "unknown \(kind) '\(word)'; there are: \(names.joined(separator: ", "))"
    }
  }
}

/// Input that cannot be read: one line that says what, where, and what to do.
struct InputError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
