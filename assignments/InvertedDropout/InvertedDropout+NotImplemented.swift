import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension InvertedDropout {
  /// Not written yet.
  public func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    throw NotImplemented()
  }

  /// Not written yet.
  public func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    throw NotImplemented()
  }
}
