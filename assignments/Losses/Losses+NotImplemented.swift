import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension Losses {
  /// Not written yet.
  public func softmaxLoss(
    scores: Tensor, labels: [Int]
  ) throws -> (loss: Double, gradScores: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func svmLoss(
    scores: Tensor, labels: [Int]
  ) throws -> (loss: Double, gradScores: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func mseLoss(
    scores: Tensor, labels: [Int], w: Tensor, regularization: Double
  ) throws -> (loss: Double, gradScores: Tensor, gradW: Tensor) {
    throw NotImplemented()
  }
}
