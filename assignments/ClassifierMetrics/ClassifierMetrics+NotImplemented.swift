import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension ClassifierMetrics {
  /// Not written yet.
  public func accuracy(outputs: Tensor, labels: [Int]) throws -> Double {
    throw NotImplemented()
  }

  /// Not written yet.
  public func classProbability(outputs: Tensor, index: Int) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func confusionMatrix(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (counts: Tensor, shares: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func classificationReport(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (
    precision: Tensor, recall: Tensor, f1: Tensor, support: Tensor,
    weightedPrecision: Double, weightedRecall: Double, weightedF1: Double
  ) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func rankErrors(
    probabilities: Tensor, labels: [Int], count: Int
  ) throws -> (samples: [Int], deltas: Tensor) {
    throw NotImplemented()
  }
}
