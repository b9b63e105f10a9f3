import Tensors

/// Adam: a step along an average of gradients, divided by their usual size.
///
/// Kingma and Ba, Adam: A Method for Stochastic Optimization (2015), Algorithm 1.
package enum Adam {
  /// One step with bias correction.
  ///
  /// ```
  /// t' = t + 1
  /// m' = β₁·m + (1 − β₁)·g        m̂ = m' / (1 − β₁ᵗ')
  /// v' = β₂·v + (1 − β₂)·g²       v̂ = v' / (1 − β₂ᵗ')        w' = w − η·m̂ / (√v̂ + ε)
  /// ```
  ///
  /// w, m, v and the gradient have one shape; t, η, β₁, β₂ and ε have the shape (). t is a whole
  /// number, 0 before the first step. ε stands outside the root.
  package static func step<A: TensorAlgebra>(
    w: A, gradient: A, m: A, v: A, t: A, learningRate: A, beta1: A, beta2: A, epsilon: A
  ) -> (w: A, m: A, v: A, t: A) {
    let steps = Int(t.value.scalar.rounded()) + 1
    let m = beta1 * m + (1 - beta1) * gradient
    let v = beta2 * v + (1 - beta2) * (gradient * gradient)
    let unbiasedM = m / (1 - power(beta1, steps))
    let unbiasedV = v / (1 - power(beta2, steps))
    return (w: w - learningRate * unbiasedM / (unbiasedV.sqrt() + epsilon), m: m, v: v, t: t + 1)
  }

  /// The base to the power of a whole number above 0.
  private static func power<A: TensorAlgebra>(_ base: A, _ exponent: Int) -> A {
    (1..<exponent).reduce(base) { power, _ in power * base }
  }
}

extension Adam {
  /// One step with both corrections folded into the learning rate, as TensorFlow and Keras take it.
  ///
  /// ```
  /// t' = t + 1      m' = β₁·m + (1 − β₁)·g      v' = β₂·v + (1 − β₂)·g²
  /// η' = η·√(1 − β₂ᵗ')/(1 − β₁ᵗ')               w' = w − η'·m' / (√v' + ε)
  /// ```
  ///
  /// Shapes as in `step`. It differs from it in ε alone, which here stands beside the root of what
  /// is not corrected.
  package static func foldedStep<A: TensorAlgebra>(
    w: A, gradient: A, m: A, v: A, t: A, learningRate: A, beta1: A, beta2: A, epsilon: A
  ) -> (w: A, m: A, v: A, t: A) {
    let steps = Int(t.value.scalar.rounded()) + 1
    let m = beta1 * m + (1 - beta1) * gradient
    let v = beta2 * v + (1 - beta2) * (gradient * gradient)
    let rate =
      learningRate * (1 - power(beta2, steps)).sqrt() / (1 - power(beta1, steps))
    return (w: w - rate * m / (v.sqrt() + epsilon), m: m, v: v, t: t + 1)
  }
}
