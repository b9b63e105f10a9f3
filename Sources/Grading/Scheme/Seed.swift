/// The course's seed: all random inputs are functions of it, of the check and of a variant.
package struct Seed: Sendable, Hashable {
  /// The words that the seed consists of; secret where marks depend on it.
  package let text: String

  /// The seed of the given words.
  package init(_ text: String) { self.text = text }

  /// For trying out; a course that gives marks chooses its own and keeps it secret.
  package static let `public` = Seed("gradecheck")
}
