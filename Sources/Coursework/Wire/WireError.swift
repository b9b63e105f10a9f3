/// Bytes on the wire that are no valid message, and why.
package struct WireError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, as the end of a sentence that begins with "the message".
  package let reason: String

  /// An error for the given end of a sentence.
  package init(_ reason: String) { self.reason = reason }

  /// One sentence.
  package var description: String { "the message \(reason)" }
}
