import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    let step = learningRate * (momentum * v + (1 - momentum) * gradW)
    return (w - step, b - learningRate * gradB, step)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let step = momentum * v - learningRate * gradW
    return (w + step, step)
  }
}
