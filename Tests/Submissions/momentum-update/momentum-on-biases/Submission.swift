import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    let newV = momentum * v + (1 - momentum) * gradW
    // no velocity for b, so its old velocity is 0
    let vB = (1 - momentum) * gradB
    return (w - learningRate * newV, b - learningRate * vB, newV)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let newV = momentum * v - learningRate * gradW
    return (w + newV, newV)
  }
}
