import Tensors

extension Bounded: TensorAlgebra {
  /// A number of the formula itself, such as a factor ½.
  package init(constant: Tensor) { self.init(constant, in: .double) }

  /// The length of each axis of the value.
  package var shape: [Int] { value.shape }

  // MARK: - Arithmetic

  /// Errors add up, also where the terms cancel: the sum is rounded like |a| + |b|.
  package static func + (a: Bounded, b: Bounded) -> Bounded {
    joined(a, b, value: a.value + b.value) { ($0.magnitude + $1.magnitude, $0.bound + $1.bound) }
  }

  /// Errors add up, also where the terms cancel: the difference is rounded like |a| + |b|.
  package static func - (a: Bounded, b: Bounded) -> Bounded {
    joined(a, b, value: a.value - b.value) { ($0.magnitude + $1.magnitude, $0.bound + $1.bound) }
  }

  /// The error of each factor counts as often as the other one.
  package static func * (a: Bounded, b: Bounded) -> Bounded {
    joined(a, b, value: a.value * b.value) { a, b in
      (
        a.magnitude * b.magnitude,
        a.magnitude * b.bound + a.bound * b.magnitude + a.bound * b.bound
      )
    }
  }

  /// The error of the divisor counts as often as the quotient.
  ///
  /// Infinite where rounding may bring the divisor to zero.
  package static func / (a: Bounded, b: Bounded) -> Bounded {
    joined(a, b, value: a.value / b.value) { a, b in
      // The smallest divisor that rounding leaves.
      let least = (b.value.abs() - b.bound).maximum(0)
      let quotient = a.magnitude / b.value.abs()
      return (quotient, (a.bound + quotient * b.bound) / least)
    }
  }

  /// Adds a constant to each element.
  package static func + (a: Bounded, b: Double) -> Bounded { a + Bounded(constant: Tensor(b)) }

  /// Subtracts a constant from each element.
  package static func - (a: Bounded, b: Double) -> Bounded { a - Bounded(constant: Tensor(b)) }

  /// Multiplies each element by a constant.
  package static func * (a: Bounded, b: Double) -> Bounded { a * Bounded(constant: Tensor(b)) }

  /// Adds each element to a constant.
  package static func + (a: Double, b: Bounded) -> Bounded { Bounded(constant: Tensor(a)) + b }

  /// Subtracts each element from a constant.
  package static func - (a: Double, b: Bounded) -> Bounded { Bounded(constant: Tensor(a)) - b }

  /// Multiplies a constant by each element.
  package static func * (a: Double, b: Bounded) -> Bounded { Bounded(constant: Tensor(a)) * b }

  /// The sign of each element turned, which rounds nothing.
  package static prefix func - (a: Bounded) -> Bounded { a.moved { -$0 } }

  /// As for products and sums; each sum of n products rounds n times.
  package func matmul(_ other: Bounded) -> Bounded {
    Self.joined(
      self, other, value: value.matmul(other.value), roundings: shape.last ?? 1
    ) { a, b in
      (
        a.magnitude.matmul(b.magnitude),
        a.magnitude.matmul(b.bound) + a.bound.matmul(b.magnitude + b.bound)
      )
    }
  }

  // MARK: - Shapes and reductions

  /// The same elements with the axes in reverse order.
  package func transposed() -> Bounded { moved { $0.transposed() } }

  /// The same elements under another shape.
  package func reshaped(to shape: [Int]) -> Bounded { moved { $0.reshaped(to: shape) } }

  /// Errors add up; the sum rounds once for every term but one.
  package func sum(axis: Int, keepingDimension: Bool) -> Bounded {
    let terms = shape[axis < 0 ? axis + shape.count : axis]
    let sums = moved { $0.sum(axis: axis, keepingDimension: keepingDimension) }
    return sums.rounded(Swift.max(terms - 1, 0))
  }

  /// The largest elements; none of the others moves them by more than its own bound.
  package func max(axis: Int, keepingDimension: Bool) -> Bounded {
    moved { $0.max(axis: axis, keepingDimension: keepingDimension) }
  }

  // MARK: - Shared by several operations

  /// The result of an operation with two operands, rounded.
  private static func joined(
    _ a: Bounded, _ b: Bounded, value: Tensor, roundings: Int = 1,
    _ carried: (Bounded, Bounded) -> (magnitude: Tensor, bound: Tensor)
  ) -> Bounded {
    let precision = Precision.coarser(a.precision, b.precision)
    let (magnitude, bound) = carried(a.promoted(to: precision), b.promoted(to: precision))
    return Bounded(value: value, magnitude: magnitude, bound: bound, precision: precision)
      .rounded(roundings)
  }

  /// The same number where somebody calculates in a coarser format, into which it is rounded.
  private func promoted(to precision: Precision) -> Bounded {
    guard precision != self.precision else { return self }
    let held = Bounded(value, in: precision)
    return Bounded(
      value: value, magnitude: magnitude, bound: bound + held.bound, precision: precision)
  }

  /// The same elements in other places: the magnitude and the bound go with the value.
  private func moved(_ change: (Tensor) -> Tensor) -> Bounded {
    Bounded(
      value: change(value), magnitude: change(magnitude).abs(), bound: change(bound).abs(),
      precision: precision)
  }

  /// Rounded so many times, each time by as much as numbers of its magnitude are.
  package func rounded(_ times: Int) -> Bounded {
    let rounding = precision.gamma(times) * (magnitude + bound)
    return Bounded(
      value: value, magnitude: magnitude, bound: bound + rounding, precision: precision)
  }
}
