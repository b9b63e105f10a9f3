import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    let (newW, newV) = try classicUpdate(
      w: w, v: v, gradW: gradW, learningRate: learningRate, momentum: momentum)
    return (newW, b - learningRate * gradB, newV)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let step = momentum * v - learningRate * gradW
    return (w + step, step)
  }
}
