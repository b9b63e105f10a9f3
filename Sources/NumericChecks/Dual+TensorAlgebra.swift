import Tensors

extension Dual: TensorAlgebra {
  /// A value that does not move: its tangent is 0.
  package init(constant: Tensor) {
    self.init(value: constant, tangent: .zeros(shape: constant.shape))
  }

  /// The length of each axis of the value.
  package var shape: [Int] { value.shape }

  // MARK: - Dual and dual

  /// (a + b)′ = a′ + b′.
  package static func + (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value + b.value, tangent: a.tangent + b.tangent)
  }

  /// (a − b)′ = a′ − b′.
  package static func - (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value - b.value, tangent: a.tangent - b.tangent)
  }

  /// (a · b)′ = a′ · b + a · b′.
  package static func * (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value * b.value, tangent: a.tangent * b.value + a.value * b.tangent)
  }

  /// (a / b)′ = (a′ − (a / b) · b′) / b.
  package static func / (a: Dual, b: Dual) -> Dual {
    let value = a.value / b.value
    return Dual(value: value, tangent: (a.tangent - value * b.tangent) / b.value)
  }

  /// (A B)′ = A′ B + A B′, for the shapes of `Tensor.matmul(_:)`.
  package func matmul(_ other: Dual) -> Dual {
    Dual(
      value: value.matmul(other.value),
      tangent: tangent.matmul(other.value) + value.matmul(other.tangent),
    )
  }

  // MARK: - Dual and number

  /// Adds a constant to each element.
  package static func + (a: Dual, b: Double) -> Dual {
    Dual(value: a.value + b, tangent: a.tangent)
  }

  /// Subtracts a constant from each element.
  package static func - (a: Dual, b: Double) -> Dual {
    Dual(value: a.value - b, tangent: a.tangent)
  }

  /// Multiplies each element by a constant.
  package static func * (a: Dual, b: Double) -> Dual {
    Dual(value: a.value * b, tangent: a.tangent * b)
  }

  /// Divides each element by a constant.
  package static func / (a: Dual, b: Double) -> Dual {
    Dual(value: a.value / b, tangent: a.tangent / b)
  }

  /// Adds each element to a constant.
  package static func + (a: Double, b: Dual) -> Dual {
    Dual(value: a + b.value, tangent: b.tangent)
  }

  /// Subtracts each element from a constant.
  package static func - (a: Double, b: Dual) -> Dual {
    Dual(value: a - b.value, tangent: -b.tangent)
  }

  /// Multiplies a constant by each element.
  package static func * (a: Double, b: Dual) -> Dual {
    Dual(value: a * b.value, tangent: a * b.tangent)
  }

  /// The dual with the sign of each element turned.
  package static prefix func - (a: Dual) -> Dual {
    Dual(value: -a.value, tangent: -a.tangent)
  }

  // MARK: - Shapes and reductions

  /// The dual with its axes in reverse order.
  package func transposed() -> Dual {
    Dual(value: value.transposed(), tangent: tangent.transposed())
  }

  /// The same elements under another shape.
  package func reshaped(to shape: [Int]) -> Dual {
    Dual(value: value.reshaped(to: shape), tangent: tangent.reshaped(to: shape))
  }

  /// The sums along one axis.
  package func sum(axis: Int, keepingDimension: Bool) -> Dual {
    Dual(
      value: value.sum(axis: axis, keepingDimension: keepingDimension),
      tangent: tangent.sum(axis: axis, keepingDimension: keepingDimension),
    )
  }

  /// The largest elements along one axis, each with the tangent of the first of equals.
  package func max(axis: Int, keepingDimension: Bool) -> Dual {
    let winners = value.argmax(axis: axis)
    let axis = axis < 0 ? axis + shape.count : axis
    let length = shape[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    let largest = value.max(axis: axis, keepingDimension: keepingDimension)
    let tangents = winners.enumerated().map { target, winner in
      tangent.scalars[(target / inner * length + winner) * inner + target % inner]
    }
    return Dual(value: largest, tangent: Tensor(shape: largest.shape, scalars: tangents))
  }

  // MARK: - Functions

  /// (exp x)′ = x′ · exp x.
  package func exp() -> Dual {
    let value = value.exp()
    return moved(to: value, slope: value)
  }

  /// (log x)′ = x′ / x.
  package func log() -> Dual {
    moved(to: value.log(), slope: 1 / value)
  }

  /// (tanh x)′ = x′ · (1 − tanh² x).
  package func tanh() -> Dual {
    let value = value.tanh()
    return moved(to: value, slope: 1 - value * value)
  }

  /// (√x)′ = x′ / (2 √x).
  package func sqrt() -> Dual {
    let value = value.sqrt()
    return moved(to: value, slope: 0.5 / value)
  }

  /// max(0, x) with slope 1 above zero and 0 at zero and below; NaN keeps a slope of NaN.
  package func rectified() -> Dual {
    moved(to: value.maximum(0), slope: value.map { $0.isNaN ? .nan : $0 > 0 ? 1 : 0 })
  }

  /// The chain rule for a function of each element.
  private func moved(to value: Tensor, slope: Tensor) -> Dual {
    // Where the tangent is 0 the element does not move, whatever the slope: 0 · ∞ would be NaN.
    let tangents = zip(tangent.scalars, slope.scalars).map { $0 == 0 ? 0 : $0 * $1 }
    return Dual(value: value, tangent: Tensor(shape: value.shape, scalars: tangents))
  }
}
