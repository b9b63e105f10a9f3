import Tensors

/// The loss of a multiclass support vector machine, with a margin of 1, as a mean over the samples.
///
/// Weston and Watkins, Support Vector Machines for Multi-Class Pattern Recognition (1999).
package enum HingeLoss {
  /// `loss = 1/N · Σᵢ Σ_{j≠y} max(0, s_ij − s_iy + 1)` and its gradient, 0 at a kink.
  ///
  /// Scores are (N, C), labels (N).
  package static func lossAndGradient<A: TensorAlgebra>(
    scores: A, labels: A
  ) -> (loss: A, gradScores: A) {
    let samples = Double(scores.shape[0])
    let targets = OneHot.rows(labels, like: scores)
    let others = 1 - targets
    let right = (scores * targets).sum(axis: 1, keepingDimension: true)
    let margins = scores - right + 1
    let violated = margins.step() * others
    let counts = violated.sum(axis: 1, keepingDimension: true)
    return (
      loss: (margins.rectified() * others).total() / samples,
      gradScores: (violated - targets * counts) / samples
    )
  }
}
