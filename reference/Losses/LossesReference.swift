import Assignments
import Coursework

/// The reference solution of `losses`.
package struct LossesReference: Losses {
  /// A solution; it keeps no state.
  package init() {}

  /// `1/(2N) · Σ (s − Y)² + λ/2 · Σ w²` and its gradients, for any numbers.
  static func mseLoss<A: TensorAlgebra>(
    scores: A, labels: A, w: A, regularization: A
  ) -> (loss: A, gradScores: A, gradW: A) {
    let error = SquaredError.lossAndGradient(scores: scores, labels: labels)
    let penalty = L2Penalty.lossAndGradient(w: w, regularization: regularization)
    return (error.loss + penalty.loss, error.gradScores, penalty.gradW)
  }

  // MARK: - The contract

  /// `−1/N · Σᵢ log p_iy` and `(p − Y)/N`, where p is the softmax of each row.
  package func softmaxLoss(scores: Tensor, labels: [Int]) -> (loss: Double, gradScores: Tensor) {
    let out = SoftmaxLoss.lossAndGradient(scores: scores, labels: Self.tensor(labels))
    return (out.loss.scalar, out.gradScores)
  }

  /// `1/N · Σᵢ Σ_{j≠y} max(0, s_ij − s_iy + 1)` and its gradient.
  package func svmLoss(scores: Tensor, labels: [Int]) -> (loss: Double, gradScores: Tensor) {
    let out = HingeLoss.lossAndGradient(scores: scores, labels: Self.tensor(labels))
    return (out.loss.scalar, out.gradScores)
  }

  /// `1/(2N) · Σ (s − Y)² + λ/2 · Σ w²` and its gradients.
  package func mseLoss(
    scores: Tensor, labels: [Int], w: Tensor, regularization: Double
  ) -> (loss: Double, gradScores: Tensor, gradW: Tensor) {
    let out = Self.mseLoss(
      scores: scores, labels: Self.tensor(labels), w: w, regularization: Tensor(regularization))
    return (out.loss.scalar, out.gradScores, out.gradW)
  }

  private static func tensor(_ labels: [Int]) -> Tensor { Tensor(labels.map(Double.init)) }
}
