import Tensors

/// RMSProp: each weight's step is divided by the usual size of its gradient.
///
/// Tieleman and Hinton, Lecture 6.5 of Neural Networks for Machine Learning (2012).
package enum RMSProp {
  /// One step: `c' = ρ·c + (1 − ρ)·g²`, `w' = w − η·g / (√c' + ε)`.
  ///
  /// w, c and the gradient have one shape, η, ρ and ε the shape (). ε stands outside the root.
  package static func step<A: TensorAlgebra>(
    w: A, gradient: A, cache: A, learningRate: A, decayRate: A, epsilon: A
  ) -> (w: A, cache: A) {
    let cache = decayRate * cache + (1 - decayRate) * (gradient * gradient)
    return (w: w - learningRate * gradient / (cache.sqrt() + epsilon), cache: cache)
  }
}
