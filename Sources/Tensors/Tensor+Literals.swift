extension Tensor: ExpressibleByArrayLiteral {
  /// What may stand in the brackets of a tensor literal: numbers, or brackets of one common shape.
  ///
  /// You never write this type; it lets `[[1, 2.5], [3, 4]]` be a `Tensor`, nested to any depth.
  /// For rows made of variables write `Tensor([[a, b], [c, d]])`.
  public struct Literal: Sendable, ExpressibleByArrayLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
  {
    let shape: [Int]
    let scalars: [Double]

    /// One number, written with a decimal point.
    public init(floatLiteral value: Double) {
      shape = []
      scalars = [value]
    }

    /// One number, written without a decimal point.
    public init(integerLiteral value: Int) {
      shape = []
      scalars = [Double(value)]
    }

    /// A row of literals, all of one shape; stops if they differ.
    public init(arrayLiteral elements: Literal...) {
      self.init(stacking: elements)
    }

    init(stacking elements: [Literal]) {
      let inner = elements.first?.shape ?? []
      for element in elements where element.shape != inner {
        stop(
          "Tensor literal: elements differ in shape: "
            + "\(inner.shapeText) and \(element.shape.shapeText)"
        )
      }
      shape = [elements.count] + inner
      scalars = elements.flatMap(\.scalars)
    }
  }

  /// Makes a tensor from nested brackets, whose depth is its rank.
  ///
  /// Stops if brackets of one depth differ in length. `[]` has the shape `[0]`.
  public init(arrayLiteral elements: Literal...) {
    let literal = Literal(stacking: elements)
    self.init(trusted: literal.shape, literal.scalars)
  }
}
