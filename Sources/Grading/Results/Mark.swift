/// What became of one hand-computed number, as pages and pictures mark it.
package enum Mark: String, Sendable, Hashable, CaseIterable {
  /// Right, as far as its digits go.
  case right
  /// Right from the student's own earlier values.
  case followed
  /// It fits, but with fewer digits than asked for.
  case tooFewFigures
  /// The step to it went wrong.
  case wrong
}
