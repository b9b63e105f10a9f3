import Coursework

struct Submission: BackpropTwoTwoOne {
  /// z1 = W1·x0 + b1, (2); x1 = σ(z1), (2); z2 = W2·x1 + b2 and x2 = σ(z2), numbers.
  func forward(x0: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws -> (
    z1: Tensor, x1: Tensor, z2: Double, x2: Double
  ) {
    throw NotImplemented()
  }

  /// ½·(ŷ − y)², a number.
  func loss(yHat: Double, y: Double) throws -> Double {
    throw NotImplemented()
  }

  /// The gradients of ½·(x2 − y)²: gradW1 (2, 2), gradB1 (2), gradW2 (1, 2), gradB2 a number.
  func backward(
    x0: Tensor, y: Double, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
    throw NotImplemented()
  }
}
