import Assignments
import Coursework

/// The reference solution of `optimizers`.
package struct OptimizersReference: Optimizers {
  /// A solution; it keeps no state.
  package init() {}

  /// `w' = w − η·gradW`.
  package func sgdUpdate(w: Tensor, gradW: Tensor, learningRate: Double) -> Tensor {
    GradientDescent.step(w: w, gradient: gradW, learningRate: Tensor(learningRate))
  }

  /// `c' = ρ·c + (1 − ρ)·gradW²`, `w' = w − η·gradW / (√c' + ε)`.
  package func rmsPropUpdate(
    w: Tensor, gradW: Tensor, cache: Tensor, learningRate: Double, decayRate: Double,
    epsilon: Double
  ) -> (w: Tensor, cache: Tensor) {
    RMSProp.step(
      w: w, gradient: gradW, cache: cache, learningRate: Tensor(learningRate),
      decayRate: Tensor(decayRate), epsilon: Tensor(epsilon))
  }

  /// `w' = w − η·m̂ / (√v̂ + ε)`, where m̂ and v̂ are corrected for the zeros at the start.
  package func adamUpdate(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    let new = Adam.step(
      w: w, gradient: gradW, m: m, v: v, t: Tensor(Double(t)), learningRate: Tensor(learningRate),
      beta1: Tensor(beta1), beta2: Tensor(beta2), epsilon: Tensor(epsilon))
    return (w: new.w, m: new.m, v: new.v, t: t + 1)
  }
}
