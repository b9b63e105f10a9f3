import Coursework

struct Submission: MomentumUpdate {
  let m = 0.9

  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    let newV = m * v + (1 - m) * gradW
    return (w - learningRate * newV, b - learningRate * gradB, newV)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let newV = momentum * v - learningRate * gradW
    return (w + newV, newV)
  }
}
