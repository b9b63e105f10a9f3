import Tensors

/// A tensor together with its derivative along one direction: forward-mode differentiation.
///
/// Where x moves as x + t·d, `value` is f(x) and `tangent` is the derivative of f(x + t·d) at t = 0, both
/// in the shape of f(x). Every operation of ``TensorAlgebra`` carries both along by its own rule, so that a
/// forward pass written once for tensors also yields its derivative, exact but for rounding: no step
/// size, and at a kink the derivative of the branch that was taken.
///
/// An element with tangent 0 does not move; a function of it such as √ has tangent 0, even at 0.
package struct Dual: Sendable, Hashable {
  /// The value of the expression.
  package let value: Tensor
  /// Its derivative along the direction, in the same shape.
  package let tangent: Tensor

  /// Pairs a value with its derivative; stops unless both have the same shape.
  package init(value: Tensor, tangent: Tensor) {
    guard value.shape == tangent.shape else {
      stop("Dual: value of shape \(value.shape), tangent of shape \(tangent.shape)")
    }
    self.value = value
    self.tangent = tangent
  }
}
