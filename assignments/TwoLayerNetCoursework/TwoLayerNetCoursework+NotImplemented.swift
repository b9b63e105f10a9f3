import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension TwoLayerNetCoursework {
  /// Not written yet.
  public func initialWeights(
    inputs: Int, hidden: Int, classes: Int, scale: Double, random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func softmaxNetScores(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
  ) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func softmaxNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func mseNetScores(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws
    -> Tensor
  {
    throw NotImplemented()
  }

  /// Not written yet.
  public func mseNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func trainMSENet(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    learningRate: Double, decay: Double, regularization: Double, iterations: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, losses: [Double]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func predict(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> [Int] {
    throw NotImplemented()
  }
}
