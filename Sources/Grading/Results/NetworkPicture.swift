/// A network with the numbers that shall be seen on it.
package struct NetworkPicture: Sendable, Hashable {
  /// What it shows, in a few words.
  package let title: String
  /// The network.
  package let diagram: NetworkDiagram
  /// What is shown of each quantity; of one that is missing only a given number is.
  package let readings: [String: Reading]

  /// What is shown of one quantity.
  package enum Reading: Sendable, Hashable {
    /// The right value.
    case value(Double)
    /// What a student typed, what became of it, and the right value where it may be seen.
    case typed(String, Mark, right: Double?)
    /// Nothing was typed.
    case blank
    /// Something was typed that is no number in this place.
    case unreadable
  }

  /// A picture of a network with these numbers.
  package init(title: String, diagram: NetworkDiagram, readings: [String: Reading]) {
    self.title = title
    self.diagram = diagram
    self.readings = readings
  }
}
