import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension MomentumUpdate {
  /// Not written yet.
  public func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    throw NotImplemented()
  }
}
