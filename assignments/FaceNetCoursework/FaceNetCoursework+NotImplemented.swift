import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension FaceNetCoursework {
  /// Not written yet.
  public func initialize(
    inputs: Int, hidden: [Int], outputs: Int, random: inout RandomState
  ) throws -> FaceNetParameters {
    throw NotImplemented()
  }

  /// Not written yet.
  public func forward(
    parameters: FaceNetParameters, x: Tensor
  ) throws -> (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func backward(
    parameters: FaceNetParameters, x: Tensor, err: Tensor
  ) throws -> FaceNetParameters {
    throw NotImplemented()
  }

  /// Not written yet.
  public func softmax(y: Tensor) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func evaluate(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, batchSize: Int
  ) throws -> (loss: Double, accuracy: Double) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func checkGradient(
    parameters: FaceNetParameters, x: Tensor, name: String, step: Double,
    random: inout RandomState
  ) throws -> (elements: [Int], analytic: Tensor, numerical: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func train(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, validX: Tensor,
    validTargets: Tensor, learningRate: Double, momentum: Double, epochs: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double]) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func bestHyperParameter(
    candidates: [Double], trainLosses: Tensor, validLosses: Tensor
  ) throws -> Double {
    throw NotImplemented()
  }

  /// Not written yet.
  public func lowConfidence(y: Tensor, threshold: Double) throws -> [Int] {
    throw NotImplemented()
  }
}
