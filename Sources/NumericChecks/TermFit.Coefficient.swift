extension TermFit {
  /// What a term is multiplied by: a number, and the quantities that vary with the question.
  package struct Coefficient: Hashable, Sendable {
    /// The number by itself, or what the product of the quantities is multiplied by.
    package let number: Double
    /// The names of the quantities in alphabetical order; the same twice is a square.
    package let quantities: [String]

    /// A number times quantities, in any order.
    package init(_ number: Double, _ quantities: String...) {
      self.init(number, quantities: quantities)
    }

    init(_ number: Double, quantities: [String]) {
      self.number = number
      self.quantities = quantities.sorted()
    }
  }
}
