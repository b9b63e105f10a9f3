import Tensors

/// Softmax and cross-entropy in one, as a mean over the samples.
package enum SoftmaxLoss {
  /// `loss = −1/N · Σᵢ log p_iy`, `gradScores = (p − Y)/N`, where p is the softmax of each row.
  ///
  /// Scores are (N, C), labels (N). The largest score of each row is subtracted from it first, so
  /// that no exponential overflows and no row of them is all zeros.
  package static func lossAndGradient<A: TensorAlgebra>(
    scores: A, labels: A
  ) -> (loss: A, gradScores: A) {
    let samples = Double(scores.shape[0])
    let targets = OneHot.rows(labels, like: scores)
    let shifted = scores - scores.max(axis: 1, keepingDimension: true)
    let logs = shifted - shifted.exp().sum(axis: 1, keepingDimension: true).log()
    return (
      loss: -(targets * logs).total() / samples, gradScores: (logs.exp() - targets) / samples
    )
  }
}
