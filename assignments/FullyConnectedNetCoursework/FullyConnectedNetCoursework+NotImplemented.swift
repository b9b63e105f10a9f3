import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension FullyConnectedNetCoursework {
  /// Not written yet.
  public func initialize(
    sizes: [Int], scale: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func loss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], regularization: Double
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func dropoutLoss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], keepProbability: Double,
    seed: UInt32
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func predict(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> [Int] {
    throw NotImplemented()
  }

  /// Not written yet.
  public func train(
    x: Tensor, labels: [Int], validationX: Tensor, validationLabels: [Int],
    weights: [Tensor], biases: [Tensor], settings: SolverSettings, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], lossHistory: [Double], validationAccuracies: [Double]
  ) {
    throw NotImplemented()
  }
}
