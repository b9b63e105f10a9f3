import Tensors

/// Steps of gradient descent with momentum, in the three forms that the coursework teaches.
///
/// w, v and the gradient have one shape, η and m the shape (). m is the momentum, η the learning rate.
package enum Momentum {
  /// The velocity is a moving average: `v' = m·v + (1 − m)·g`, `w' = w − η·v'`.
  package static func movingAverage<A: TensorAlgebra>(
    w: A, v: A, gradient: A, learningRate: A, momentum: A
  ) -> (w: A, v: A) {
    let velocity = momentum * v + (1 - momentum) * gradient
    return (w: w - learningRate * velocity, v: velocity)
  }

  /// The velocity is the step: `v' = m·v − η·g`, `w' = w + v'`.
  package static func classic<A: TensorAlgebra>(
    w: A, v: A, gradient: A, learningRate: A, momentum: A
  ) -> (w: A, v: A) {
    let velocity = momentum * v - learningRate * gradient
    return (w: w + velocity, v: velocity)
  }

  /// The velocity is a sum of gradients, themselves sums over a batch: `v' = g + m·v`,
  /// `w' = w − η·v'/B`; B, the size of the batch, has the shape ().
  package static func accumulated<A: TensorAlgebra>(
    w: A, v: A, gradient: A, learningRate: A, momentum: A, batchSize: A
  ) -> (w: A, v: A) {
    let velocity = gradient + momentum * v
    return (w: w - learningRate * velocity / batchSize, v: velocity)
  }
}
