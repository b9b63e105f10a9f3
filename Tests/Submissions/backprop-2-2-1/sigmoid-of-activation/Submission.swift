import Coursework

struct Submission: BackpropTwoTwoOne {
  func sigmoid(_ z: Tensor) -> Tensor { 1 / (1 + (-z).exp()) }

  func sigmoidDerivative(_ z: Tensor) -> Tensor {
    let s = sigmoid(z)
    return s * (1 - s)
  }

  func forward(x0: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws -> (
    z1: Tensor, x1: Tensor, z2: Double, x2: Double
  ) {
    let z1 = w1.matmul(x0) + b1
    let x1 = sigmoid(z1)
    let z2 = w2.matmul(x1) + b2
    let x2 = sigmoid(z2)
    return (z1, x1, z2.scalar, x2.scalar)
  }

  func loss(yHat: Double, y: Double) throws -> Double {
    let d = yHat - y
    return d * d / 2
  }

  func backward(
    x0: Tensor, y: Double, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
    let out = try forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: b2)
    let delta2 = (out.x2 - y) * sigmoidDerivative(Tensor(out.x2)).scalar
    let delta1 = w2.row(0) * delta2 * sigmoidDerivative(out.x1)
    return (
      delta1.reshaped(2, 1) * x0.reshaped(1, 2), delta1, delta2 * out.x1.reshaped(1, 2), delta2
    )
  }
}
