import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension Optimizers {
  /// Not written yet.
  public func sgdUpdate(w: Tensor, gradW: Tensor, learningRate: Double) throws -> Tensor {
    throw NotImplemented()
  }

  /// Not written yet.
  public func rmsPropUpdate(
    w: Tensor, gradW: Tensor, cache: Tensor, learningRate: Double, decayRate: Double,
    epsilon: Double
  ) throws -> (w: Tensor, cache: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func adamUpdate(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    throw NotImplemented()
  }
}
