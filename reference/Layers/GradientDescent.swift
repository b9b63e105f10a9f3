import Tensors

/// Plain gradient descent, stochastic where the gradient is that of a mini-batch.
package enum GradientDescent {
  /// One step: `w' = w − η·g`; w and g have one shape, η the shape ().
  package static func step<A: TensorAlgebra>(w: A, gradient: A, learningRate: A) -> A {
    w - learningRate * gradient
  }
}
