import Coursework

struct Submission: NewAssignment {
  func scaleAndShift(x: Tensor, factor: Double, shift: Double) throws -> Tensor {
    x * factor
  }
}
