/// A scheme by which nothing can be judged: the assignment's fault, never the submission's.
package struct SchemeFault: Error, Hashable, CustomStringConvertible {
  /// The question whose answers cannot be judged.
  package let question: String
  /// The output that the reference does not give.
  package let output: String

  /// One sentence.
  package var description: String {
    "the reference answers '\(question)' without '\(output)', which the scheme asks for; "
      + "this is a mistake in the assignment"
  }
}
