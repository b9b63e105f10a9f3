import Coursework

struct Submission: BackpropTwoThreeOne {
  /// z1 = x·W1ᵀ + b1 and h = σ(z1), both (N, 3); z2 = h·W2 + b2 and y = σ(z2), both (N).
  func forwardPropagation(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (z1: Tensor, h: Tensor, z2: Tensor, y: Tensor) {
    throw NotImplemented()
  }

  /// L = 1/(2N)·Σ (y − target)² and its gradients: gradW1 (3, 2), gradB1 (3), gradW2 (3), gradB2.
  func backPropagation(
    x: Tensor, target: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
    throw NotImplemented()
  }
}
