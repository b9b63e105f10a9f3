import Coursework

// What a submission lacks counts as not written yet, so that the rest of it can be graded.
extension NewAssignment {
  /// Not written yet.
  public func scaleAndShift(x: Tensor, factor: Double, shift: Double) throws -> Tensor {
    throw NotImplemented()
  }
}
