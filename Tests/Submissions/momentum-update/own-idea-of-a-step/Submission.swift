import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    let newV = momentum * v + (1 - momentum) * gradW
    // halfway between the old and the new velocity, so the step is smoother
    let step = (v + newV) / 2
    return (w - learningRate * step, b - learningRate * gradB, newV)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let newV = momentum * v - learningRate * gradW
    return (w + newV, newV)
  }
}
