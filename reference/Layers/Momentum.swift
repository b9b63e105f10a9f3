import Tensors

/// Steps of gradient descent with momentum, in the two forms that the coursework teaches.
///
/// All tensors of one call have one shape. m is the momentum, η the learning rate.
package enum Momentum {
  /// The velocity is a moving average: `v' = m·v + (1 − m)·g`, `w' = w − η·v'`.
  package static func movingAverage(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double
  ) -> (w: Tensor, v: Tensor) {
    let velocity = momentum * v + (1 - momentum) * gradient
    return (w: w - learningRate * velocity, v: velocity)
  }

  /// The velocity is the step: `v' = m·v − η·g`, `w' = w + v'`.
  package static func classic(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double
  ) -> (w: Tensor, v: Tensor) {
    let velocity = momentum * v - learningRate * gradient
    return (w: w + velocity, v: velocity)
  }
}
