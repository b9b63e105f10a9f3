/// How a function behaves along each of its variables, which decides how it is differentiated.
///
/// All steps are powers of two, so that adding one to a short number is exact.
package enum FunctionClass: Sendable, Hashable, CaseIterable {
  /// At most quadratic, such as an affine layer or a squared error: a central difference is exact
  /// for any step, and least rounded for a long one.
  case quadratic
  /// Linear between kinks, such as a ReLU: exact too, if no kink lies within the step.
  case piecewiseLinear
  /// Differentiable many times, such as a sigmoid network: five points, for an error of h⁴.
  case smooth
  /// Smooth, but calculated in `Float`: the step is long, as rounding is coarse.
  case singlePrecision

  /// The step at `x`.
  func step(at x: Double) -> Double {
    switch self {
    case .quadratic: 1
    case .piecewiseLinear: 0x1p-10
    case .smooth: 0x1p-10 * max(1, abs(x).binade)
    case .singlePrecision: 0x1p-7
    }
  }

  /// The unit round-off of the function's values.
  var roundOff: Double { self == .singlePrecision ? 0x1p-24 : 0x1p-53 }

  /// Whether differences are exact but for rounding, so that anything more shows another class.
  var isExact: Bool { self == .quadratic || self == .piecewiseLinear }
}
