import Tensors

/// A tensor as somebody else calculates it: sums in a random order, every operation rounded.
///
/// A formula called with it gives a right answer that differs by rounding alone, in `Double` or in
/// `Float`. The order is a function of its number: sums are taken from any end and in pairs, and the
/// sigmoid is written in one of the usual ways.
package struct Disordered: Sendable, Hashable {
  /// The numbers, as the format holds them.
  package let value: Tensor
  private let precision: Precision
  private let order: UInt64

  /// An input, given to somebody who calculates in that precision and order.
  package init(_ value: Tensor, in precision: Precision, order: UInt64) {
    self.value = value.map(precision.rounded)
    self.precision = precision
    self.order = order
  }
}

extension Disordered: TensorAlgebra {
  /// A number of the formula itself, which takes on the precision and order of the others.
  package init(constant: Tensor) { self.init(constant, in: .double, order: 0) }

  /// The length of each axis.
  package var shape: [Int] { value.shape }

  // MARK: - Elementwise

  /// Adds.
  package static func + (a: Disordered, b: Disordered) -> Disordered { joined(a, b, +) }
  /// Subtracts.
  package static func - (a: Disordered, b: Disordered) -> Disordered { joined(a, b, -) }
  /// Multiplies.
  package static func * (a: Disordered, b: Disordered) -> Disordered { joined(a, b, *) }
  /// Divides.
  package static func / (a: Disordered, b: Disordered) -> Disordered { joined(a, b, /) }

  /// Adds a number.
  package static func + (a: Disordered, b: Double) -> Disordered { a + Self(constant: Tensor(b)) }
  /// Subtracts a number.
  package static func - (a: Disordered, b: Double) -> Disordered { a - Self(constant: Tensor(b)) }
  /// Multiplies by a number.
  package static func * (a: Disordered, b: Double) -> Disordered { a * Self(constant: Tensor(b)) }
  /// Adds to a number.
  package static func + (a: Double, b: Disordered) -> Disordered { Self(constant: Tensor(a)) + b }
  /// Subtracts from a number.
  package static func - (a: Double, b: Disordered) -> Disordered { Self(constant: Tensor(a)) - b }
  /// Multiplies a number.
  package static func * (a: Double, b: Disordered) -> Disordered { Self(constant: Tensor(a)) * b }
  /// Turns the sign, which rounds nothing.
  package static prefix func - (a: Disordered) -> Disordered { a.changed(-a.value) }

  /// e to the power of each element, rounded.
  package func exp() -> Disordered { changed(value.exp()) }
  /// The natural logarithm, rounded.
  package func log() -> Disordered { changed(value.log()) }
  /// The hyperbolic tangent, rounded.
  package func tanh() -> Disordered { changed(value.tanh()) }
  /// The square root, rounded.
  package func sqrt() -> Disordered { changed(value.sqrt()) }
  /// `max(0, x)`, which rounds nothing.
  package func rectified() -> Disordered { changed(value.rectified()) }

  /// `1 / (1 + exp(−x))` in one of the usual ways to write it.
  package func sigmoid() -> Disordered {
    switch order % 4 {
    case 0: Self(constant: Tensor(1)) / (1 + (-self).exp())
    case 1: exp() / (1 + exp())
    case 2: 0.5 * (1 + (0.5 * self).tanh())
    default: 1 - Self(constant: Tensor(1)) / (1 + exp())
    }
  }

  // MARK: - Shapes and sums

  /// The same elements with the axes in reverse order.
  package func transposed() -> Disordered { changed(value.transposed()) }
  /// The same elements under another shape.
  package func reshaped(to shape: [Int]) -> Disordered { changed(value.reshaped(to: shape)) }

  /// The largest elements along one axis.
  package func max(axis: Int, keepingDimension: Bool) -> Disordered {
    changed(value.max(axis: axis, keepingDimension: keepingDimension))
  }

  /// The sums along one axis, each in the random order.
  package func sum(axis: Int, keepingDimension: Bool) -> Disordered {
    let axis = axis < 0 ? axis + shape.count : axis
    let (length, inner) = (shape[axis], shape[(axis + 1)...].reduce(1, *))
    let sums = (0..<value.count / Swift.max(length, 1)).map { target in
      total(
        (0..<length).map { value.scalars[(target / inner * length + $0) * inner + target % inner] })
    }
    let shape = self.shape[..<axis] + (keepingDimension ? [1] : []) + self.shape[(axis + 1)...]
    return changed(Tensor(shape: Array(shape), scalars: sums))
  }

  /// The matrix product, each sum in the random order.
  package func matmul(_ other: Disordered) -> Disordered {
    let precision = precision == .single ? precision : other.precision
    let (order, inner) = (Swift.max(order, other.order), other.shape[0])
    let height = shape.count == 2 ? shape[0] : 1
    let width = other.shape.count == 2 ? other.shape[1] : 1
    var products: [Double] = []
    for i in 0..<height {
      for j in 0..<width {
        let terms = (0..<inner).map { k in
          precision.rounded(value.scalars[i * inner + k] * other.value.scalars[k * width + j])
        }
        products.append(Self.total(terms, precision, order))
      }
    }
    return Disordered(
      Tensor(shape: Array(shape.dropLast() + other.shape.dropFirst()), scalars: products),
      in: precision, order: order)
  }

  // MARK: - Rounding

  private static func joined(
    _ a: Disordered, _ b: Disordered, _ operation: (Tensor, Tensor) -> Tensor
  ) -> Disordered {
    let precision = a.precision == .single ? a.precision : b.precision
    let (left, right) = (a.value.map(precision.rounded), b.value.map(precision.rounded))
    return Disordered(
      operation(left, right), in: precision, order: Swift.max(a.order, b.order))
  }

  private func changed(_ value: Tensor) -> Disordered {
    Disordered(value, in: precision, order: order)
  }

  private func total(_ terms: [Double]) -> Double { Self.total(terms, precision, order) }

  /// Joins two of the partial sums that are left, drawn at random, until there is one.
  private static func total(_ terms: [Double], _ precision: Precision, _ order: UInt64) -> Double {
    var (left, random) = (terms, order)
    func place() -> Int {
      // SplitMix64: the same order on every machine.
      random &+= 0x9e37_79b9_7f4a_7c15
      var mixed = random
      mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ mixed >> 31) % UInt64(left.count))
    }
    while left.count > 1 {
      // The last takes the place of the first that is drawn, so that nothing has to move up.
      let first = place()
      left.swapAt(first, left.count - 1)
      let term = left.removeLast()
      let other = place()
      left[other] = precision.rounded(left[other] + term)
    }
    return left.first ?? 0
  }
}
