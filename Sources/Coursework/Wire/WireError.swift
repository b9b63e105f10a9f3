/// Bytes on the wire that are no valid message, and why.
package struct WireError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, as the end of a sentence that begins with "the message".
  package let reason: String

  package init(_ reason: String) { self.reason = reason }

  package var description: String { "the message \(reason)" }
}
