import Coursework

struct Submission: ClassifierMetrics {
  /// The share of rows whose largest number stands in the column of their label.
  ///
  /// outputs is (N, C); labels are N numbers from 0 to C − 1.
  func accuracy(outputs: Tensor, labels: [Int]) throws -> Double {
    throw NotImplemented()
  }

  /// outputs[i, index] / Σⱼ outputs[i, j] for every row i.
  ///
  /// outputs is (N, C), the result (N).
  func classProbability(outputs: Tensor, index: Int) throws -> Tensor {
    throw NotImplemented()
  }

  /// counts[i, j]: how many samples of class i were taken for class j; shares: each row by its sum.
  ///
  /// predictions and labels are N numbers from 0 to classes − 1; both results are (C, C).
  func confusionMatrix(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (counts: Tensor, shares: Tensor) {
    throw NotImplemented()
  }

  /// precision = hits / predicted, recall = hits / support, f1 = 2·hits / (predicted + support).
  ///
  /// predictions and labels are N numbers from 0 to classes − 1; the first four results are (C), the
  /// averages are weighted by support, and 0/0 is 0.
  func classificationReport(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (
    precision: Tensor, recall: Tensor, f1: Tensor, support: Tensor,
    weightedPrecision: Double, weightedRecall: Double, weightedF1: Double
  ) {
    throw NotImplemented()
  }

  /// The errors with the `count` largest deltas, ascending; delta = max_j p_ij − p_iy.
  ///
  /// probabilities is (N, C); labels are N numbers from 0 to C − 1; samples are row numbers.
  func rankErrors(
    probabilities: Tensor, labels: [Int], count: Int
  ) throws -> (samples: [Int], deltas: Tensor) {
    throw NotImplemented()
  }
}
