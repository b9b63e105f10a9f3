import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension DenseClassifierCoursework {
  /// Not written yet.
  public func forward(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor
  ) throws -> (hidden1: Tensor, hidden2: Tensor, probabilities: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func parameterCounts(sizes: [Int]) throws -> (layers: [Int], total: Int) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func dropout(
    h: Tensor, rate: Double, uniforms: Tensor
  ) throws -> (out: Tensor, mask: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func lossAndGradients(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, mask1: Tensor, mask2: Tensor, regularization: Double
  ) throws -> (
    loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor,
    gradW3: Tensor, gradB3: Tensor
  ) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func evaluate(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, regularization: Double
  ) throws -> (loss: Double, accuracy: Double) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func adamStep(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func earlyStopping(
    values: [Double], mode: MonitorMode, patience: Int
  ) throws -> (stopped: Int, best: Int, restored: Double) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func stepCounts(
    samples: Int, batchSize: Int, validationSplit: Double
  ) throws -> (train: Int, validation: Int) {
    throw NotImplemented()
  }
}
