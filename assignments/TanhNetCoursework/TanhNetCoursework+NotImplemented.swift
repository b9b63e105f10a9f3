import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension TanhNetCoursework {
  /// Not written yet.
  public func initialize(
    sizes: [Int], standardDeviation: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func loss(y: Tensor, yHat: Tensor) throws -> Double {
    throw NotImplemented()
  }

  /// Not written yet.
  public func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) throws -> (gradWeights: [Tensor], gradBiases: [Tensor]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func classify(yHat: Tensor) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func accuracy(y: Tensor, yHat: Tensor) throws -> Double {
    throw NotImplemented()
  }

  /// Not written yet.
  public func train(
    x: Tensor, y: Tensor, testX: Tensor, testY: Tensor, weights: [Tensor], biases: [Tensor],
    learningRate: Double, momentum: Double, batches: Int, epochs: Int, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double],
    testLosses: [Double], testAccuracies: [Double]
  ) {
    throw NotImplemented()
  }
}
