import Tensors

/// A tensor together with a bound on what rounding may do to each element, in whatever order.
///
/// Beside the value of an expression it carries its magnitude, which the value would have if no two
/// terms cancelled (the same formula on absolute values), and the bound itself. Every operation hands
/// on the bounds of its operands, each times the magnitude of the other factor or the slope of the
/// function, and adds its own rounding, the unit roundoff times the magnitude of its result. Because
/// of the magnitudes a bound changes little with the order of a sum or with a factor multiplied out,
/// so that it holds for every usual way to write the formula; ``slack`` is there for the rest. It is
/// a running error analysis (Higham, Accuracy and Stability of Numerical Algorithms, section 3.3).
///
/// Inputs count as given, without error; in `Float` an input that a `Float` does not hold is rounded
/// first. The bound is not valid where a way to calculate overflows or underflows.
package struct Bounded: Sendable, Hashable {
  /// How many times the bound an answer may lie from the reference, which is rounded itself.
  ///
  /// It also covers the ways to write a formula that take more roundings than ours.
  package static let slack = 8.0

  /// How many roundings of the largest magnitude an answer may lie from this one in ``holds(_:)``.
  ///
  /// What sums round off goes up and down: a sum of n terms is off by √n of them, or fewer.
  package static let mostRoundings = 128.0

  /// The value of the expression in `Double`.
  package let value: Tensor
  /// What its terms add up to in size when none cancels, in the shape of the value.
  package let magnitude: Tensor
  /// How far rounding may move each element, in the shape of the value.
  package let bound: Tensor
  /// The format in which somebody else calculates the expression.
  package let precision: Precision

  init(value: Tensor, magnitude: Tensor, bound: Tensor, precision: Precision) {
    self.value = value
    self.magnitude = magnitude
    self.bound = bound
    self.precision = precision
  }

  /// An input, given to somebody who calculates in that precision.
  package init(_ value: Tensor, in precision: Precision) {
    self.init(
      value: value, magnitude: value.abs(),
      bound: value.map { $0.isFinite ? abs(precision.rounded($0) - $0) : 0 },
      precision: precision)
  }

  /// Whether an answer is this one but for rounding in its precision.
  ///
  /// True where the shape is the same and each element is equal or lies within ``slack`` bounds, at
  /// most ``mostRoundings`` of the largest magnitude: rounding is far from the worst that a long sum
  /// allows.
  ///
  /// - Parameter answer: What somebody else calculated.
  /// - Returns: Whether rounding explains every difference.
  package func holds(_ answer: Tensor) -> Bool {
    guard answer.shape == value.shape else { return false }
    let largest = magnitude.scalars.reduce(0) { $1.isFinite ? Swift.max($0, $1) : $0 }
    let most = Self.mostRoundings * precision.unitRoundoff * largest
    return value.scalars.indices.allSatisfy { index in
      let (own, right) = (answer.scalars[index], value.scalars[index])
      // A bound that is not a number is no bound.
      let bound = Self.slack * bound.scalars[index]
      return own == right || own.isNaN && right.isNaN
        || Swift.abs(own - right) <= (bound < most ? bound : most)
    }
  }

  /// The smallest denominators of errors with which every answer within the bound agrees.
  ///
  /// Where |s − r| ≤ slack · bound, the error |s − r| / floor is at most the limit. An element whose
  /// bound is not finite takes `otherwise` of the largest magnitude, as without a formula.
  ///
  /// - Parameters:
  ///   - limit: The largest error that agrees, above 0.
  ///   - otherwise: The fraction for elements without a finite bound.
  /// - Returns: A floor for each element.
  package func floor(limit: Double, otherwise: Double = 1e-3) -> Tolerance.Floor {
    let largest = value.scalars.reduce(0) { $1.isFinite ? Swift.max($0, Swift.abs($1)) : $0 }
    return .elementwise(
      bound.map { bound in
        let floor = Self.slack * bound / limit
        return floor.isFinite ? floor : otherwise * largest
      })
  }
}
