import Tensors

/// Half the squared error against one-hot targets, as a mean over the samples.
package enum SquaredError {
  /// `loss = 1/(2N) · Σ (s − Y)²`, `gradScores = (s − Y)/N`.
  ///
  /// Scores are (N, C), labels (N).
  package static func lossAndGradient<A: TensorAlgebra>(
    scores: A, labels: A
  ) -> (loss: A, gradScores: A) {
    let samples = Double(scores.shape[0])
    let residuals = scores - OneHot.rows(labels, like: scores)
    return (
      loss: (residuals * residuals).total() / (2 * samples), gradScores: residuals / samples
    )
  }
}

/// An L2 penalty on weights, with the ½ that cancels in its gradient.
package enum L2Penalty {
  /// `loss = λ/2 · Σ w²`, `gradW = λ·w`; λ has the shape ().
  package static func lossAndGradient<A: TensorAlgebra>(
    w: A, regularization: A
  ) -> (loss: A, gradW: A) {
    (loss: 0.5 * regularization * (w * w).total(), gradW: regularization * w)
  }
}
