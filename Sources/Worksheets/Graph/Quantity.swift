/// One number of a network: an entry of a given, of a step or of a gradient, such as `W1[0, 1]`.
package struct Quantity: Sendable, Hashable, CustomStringConvertible {
  /// What the array is called, such as `W1`.
  package let name: String
  /// Where in the array, from 0; empty for a plain number.
  package let index: [Int]

  /// An entry of the array of that name.
  package init(_ name: String, _ index: [Int] = []) {
    self.name = name
    self.index = index
  }

  /// `W1[0, 1]`, or `z2` for a plain number.
  package var description: String {
    index.isEmpty ? name : "\(name)[\(index.map(String.init).joined(separator: ", "))]"
  }

  /// The entries of an array of that shape, row by row.
  package static func all(_ name: String, shape: [Int]) -> [Quantity] {
    shape.reduce([[]]) { indices, length in
      indices.flatMap { index in (0..<length).map { index + [$0] } }
    }.map { Quantity(name, $0) }
  }
}
