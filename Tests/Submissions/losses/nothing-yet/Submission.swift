import Coursework

struct Submission: Losses {
  /// p = softmax of each row of the scores, loss = −1/N · Σᵢ log p_iy, gradScores = (p − Y) / N.
  ///
  /// scores and gradScores are (N, C); labels are N numbers from 0 to C − 1.
  func softmaxLoss(
    scores: Tensor, labels: [Int]
  ) throws -> (loss: Double, gradScores: Tensor) {
    throw NotImplemented()
  }

  /// m_ij = max(0, s_ij − s_iy + 1) for j ≠ y, loss = 1/N · Σ m.
  ///
  /// scores and gradScores are (N, C); labels are N numbers from 0 to C − 1.
  func svmLoss(scores: Tensor, labels: [Int]) throws -> (loss: Double, gradScores: Tensor) {
    throw NotImplemented()
  }

  /// loss = 1/(2N) · Σ (s − Y)² + λ/2 · Σ w², gradScores = (s − Y) / N, gradW = λ·w.
  ///
  /// scores and gradScores are (N, C), w and gradW (D, M); labels are N numbers from 0 to C − 1.
  func mseLoss(
    scores: Tensor, labels: [Int], w: Tensor, regularization: Double
  ) throws -> (loss: Double, gradScores: Tensor, gradW: Tensor) {
    throw NotImplemented()
  }
}
