import Coursework

struct Submission: Optimizers {
  /// w' = w − η·gradW: w and gradW are (D, M).
  func sgdUpdate(w: Tensor, gradW: Tensor, learningRate: Double) throws -> Tensor {
    throw NotImplemented()
  }

  /// c' = ρ·c + (1 − ρ)·gradW², w' = w − η·gradW / (√c' + ε): all are (D, M).
  func rmsPropUpdate(
    w: Tensor, gradW: Tensor, cache: Tensor, learningRate: Double, decayRate: Double,
    epsilon: Double
  ) throws -> (w: Tensor, cache: Tensor) {
    throw NotImplemented()
  }

  /// t' = t + 1, m' = β₁·m + (1 − β₁)·gradW, v' = β₂·v + (1 − β₂)·gradW²,
  /// m̂ = m' / (1 − β₁ᵗ'), v̂ = v' / (1 − β₂ᵗ'), w' = w − η·m̂ / (√v̂ + ε): all are (D, M).
  func adamUpdate(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    throw NotImplemented()
  }
}
