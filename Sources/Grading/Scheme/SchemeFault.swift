/// A scheme by which nothing can be judged: the assignment's fault, never the submission's.
package struct SchemeFault: Error, Hashable, CustomStringConvertible {
  /// The check that cannot judge.
  package let check: String
  /// Why it cannot, as the end of a sentence that begins with the check.
  package let reason: String

  package init(check: String, reason: String) {
    self.check = check
    self.reason = reason
  }

  /// One sentence.
  package var description: String { "the check '\(check)' \(reason)" }
}
