/// What `Tensor` shares with numbers that carry something along, such as a derivative.
///
/// A forward pass written once for any `TensorAlgebra` gives values when it is called with tensors,
/// and values with exact derivatives when it is called with dual numbers:
///
/// ```swift
/// func sandwich<T: TensorAlgebra>(_ h: T, _ w: T, _ b: T) -> T { (h.matmul(w) + b).rectified() }
/// ```
///
/// So our own references get their derivatives from their forward pass, and not from a second
/// implementation that could be wrong in the same way. Students never see it.
package protocol TensorAlgebra: Sendable {
  /// A value that does not depend on the variable: its derivative is zero.
  init(constant: Tensor)

  /// The plain numbers, without what they carry along.
  var value: Tensor { get }

  /// The length of each axis of the value.
  var shape: [Int] { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self

  static func + (a: Self, b: Double) -> Self
  static func - (a: Self, b: Double) -> Self
  static func * (a: Self, b: Double) -> Self
  static func / (a: Self, b: Double) -> Self

  static func + (a: Double, b: Self) -> Self
  static func - (a: Double, b: Self) -> Self
  static func * (a: Double, b: Self) -> Self

  static prefix func - (a: Self) -> Self

  /// The matrix product, with the shapes of ``Tensor/matmul(_:)``.
  func matmul(_ other: Self) -> Self

  /// The value with its axes in reverse order.
  func transposed() -> Self

  /// The same numbers under another shape, of which one length may be -1.
  func reshaped(to shape: [Int]) -> Self

  /// The sums along one axis.
  func sum(axis: Int, keepingDimension: Bool) -> Self

  /// The largest entries along one axis; the derivative is that of the first of equals.
  func max(axis: Int, keepingDimension: Bool) -> Self

  /// e to the power of each element.
  func exp() -> Self

  /// The natural logarithm of each element.
  func log() -> Self

  /// The hyperbolic tangent of each element.
  func tanh() -> Self

  /// The square root of each element.
  func sqrt() -> Self

  /// `max(0, x)` of each element, with derivative 1 above zero and 0 at zero and below; NaN stays
  /// NaN.
  func rectified() -> Self

  /// 1 above zero and 0 at zero and below, the slope of ``rectified()``; NaN counts as not above.
  func step() -> Self

  /// `1 / (1 + exp(−x))` of each element; 0 and 1 far out, NaN stays NaN.
  func sigmoid() -> Self
}

extension TensorAlgebra {
  /// Divides each element by a number.
  package static func / (a: Self, b: Double) -> Self { a / Self(constant: Tensor(b)) }

  /// The sum of all elements, as a value of shape `[]`, so that it still carries its derivative.
  package func total() -> Self { reshaped(to: [-1]).sum(axis: 0, keepingDimension: false) }

  /// 1 above zero and 0 at zero and below; it does not depend on the variable.
  package func step() -> Self { Self(constant: value .> 0) }

  /// `1 / (1 + exp(−x))` of each element.
  package func sigmoid() -> Self { Self(constant: Tensor(1)) / (1 + (-self).exp()) }
}

extension Tensor: TensorAlgebra {
  /// The tensor itself: numbers have no derivative to drop.
  package init(constant: Tensor) { self = constant }

  /// The tensor itself: it carries nothing along.
  package var value: Tensor { self }

  /// `max(0, x)` of each element; NaN stays NaN; equals `np.maximum(0, x)`.
  package func rectified() -> Tensor { maximum(0) }
}
