import Tensors

/// The gradient of a black box by finite differences, with an estimate of its own error.
///
/// Only values are asked for, so that the function may be anybody's forward pass:
///
/// ```swift
/// let slopes = try NumericalGradient(of: { ($0 * $0).sum() }, at: [1, 2, 3], as: .quadratic)
/// slopes.value                             // [2, 4, 6]
/// slopes.agreement(with: [2, 4, 6])        // .agrees
/// ```
///
/// With D(h) for the difference quotient of step h, the error of each derivative is
///
///     max(|D(h) − D(h/2)|, 4u·max|f|/h)        u = 2⁻⁵³, or 2⁻²⁴ in single precision
///
/// where D(h) is `(f(x+h) − f(x−h)) / 2h`, or `(8·(f(x+h) − f(x−h)) − (f(x+2h) − f(x−2h))) / 12h` for
/// a smooth function. Where a class promises exactness and the two quotients differ all the same,
/// the coordinate is taken for a smooth one: the forward pass may be somebody's mistaken one.
package struct NumericalGradient: Sendable, Hashable {
  /// The derivative along each coordinate, in the shape of the point.
  package let value: Tensor
  /// How far each derivative may be off; infinite where the function is not finite.
  package let error: Tensor
  /// The coordinates with a kink at the point, as offsets in row-major order.
  ///
  /// There the right and the left derivative differ by an amount that does not halve with the step,
  /// and a difference quotient is evidence of neither.
  package let kinks: [Int]
  /// The coordinates that prove nothing: those with a kink, and those whose error is too large.
  package let undecided: [Int]

  /// Largest share of the largest derivative that ten errors may amount to, beyond rounding.
  private static let settled = 1e-6

  /// Differentiates along every coordinate; four values each, six for a smooth function.
  ///
  /// - Parameters:
  ///   - function: The function; asked for the value at the point itself first.
  ///   - point: Where the gradient is taken.
  ///   - kind: How the function is expected to behave.
  /// - Throws: What the function throws.
  package init<Failure: Error>(
    of function: (Tensor) throws(Failure) -> Double, at point: Tensor,
    as kind: FunctionClass = .smooth
  ) throws(Failure) {
    let centre = try function(point)
    var slopes: [Slope] = []
    for offset in 0..<point.count {
      let value = { (step: Double) throws(Failure) -> Double in
        var scalars = point.scalars
        scalars[offset] += step
        return try function(Tensor(shape: point.shape, scalars: scalars))
      }
      let x = point.scalars[offset]
      var slope = try Slope(along: value, from: centre, step: kind.step(at: x), as: kind)
      if kind.isExact, !slope.isExact {
        let step = FunctionClass.smooth.step(at: x)
        slope = try Slope(along: value, from: centre, step: step, as: .smooth)
      }
      slopes.append(slope)
    }
    let largest = slopes.map { abs($0.value) }.max() ?? 0
    value = Tensor(shape: point.shape, scalars: slopes.map(\.value))
    error = Tensor(shape: point.shape, scalars: slopes.map(\.error))
    kinks = slopes.indices.filter { slopes[$0].isKink }
    undecided = slopes.indices.filter {
      slopes[$0].isKink || !(slopes[$0].isExact || 10 * slopes[$0].error <= Self.settled * largest)
    }
  }
}

/// The derivative along one coordinate.
private struct Slope {
  let value: Double
  let error: Double
  let isKink: Bool
  /// Whether the quotients of both steps are the same but for rounding.
  let isExact: Bool

  /// Largest share of |D⁺ − D⁻| that may be left when the step is halved; ½ where there is no kink.
  ///
  /// A kink so far off that less is left shows as a large error.
  private static let leastKink = 0.625

  init<Failure: Error>(
    along f: (Double) throws(Failure) -> Double, from centre: Double, step h: Double,
    as kind: FunctionClass
  ) throws(Failure) {
    let near = Symmetric(left: try f(-h / 2), right: try f(h / 2), step: h / 2)
    let middle = Symmetric(left: try f(-h), right: try f(h), step: h)
    var values = [centre, near.left, near.right, middle.left, middle.right]
    let half: Double
    if kind == .smooth {
      let far = Symmetric(left: try f(-2 * h), right: try f(2 * h), step: 2 * h)
      values += [far.left, far.right]
      // The five-point formula as a combination of central differences.
      value = (4 * middle.slope - far.slope) / 3
      half = (4 * near.slope - middle.slope) / 3
    } else {
      (value, half) = (middle.slope, near.slope)
    }
    let isFinite = values.allSatisfy(\.isFinite)
    let rounding = 4 * kind.roundOff * values.reduce(0) { max($0, abs($1)) } / h
    let difference = abs(value - half)
    error = isFinite ? max(difference, rounding) : .infinity
    isExact = isFinite && difference <= 16 * rounding
    isKink =
      isFinite
      && abs(near.gap(at: centre)) > Self.leastKink * abs(middle.gap(at: centre)) + 16 * rounding
  }
}

/// The values at one distance to both sides of a point.
private struct Symmetric {
  let left: Double
  let right: Double
  let step: Double

  var slope: Double { (right - left) / (2 * step) }
  /// D⁺ − D⁻, the right derivative minus the left one.
  func gap(at centre: Double) -> Double { ((right - centre) - (centre - left)) / step }
}
