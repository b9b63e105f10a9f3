import Coursework

struct Submission: NewAssignment {
  /// y = factor·x + shift: x is (N, D), and y too.
  func scaleAndShift(x: Tensor, factor: Double, shift: Double) throws -> Tensor {
    throw NotImplemented()
  }
}
