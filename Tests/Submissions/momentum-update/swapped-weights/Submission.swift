import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    // momentum is the share of the new gradient
    let newV = (1 - momentum) * v + momentum * gradW
    return (w - learningRate * newV, b - learningRate * gradB, newV)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let newV = momentum * v - learningRate * gradW
    return (w + newV, newV)
  }
}
