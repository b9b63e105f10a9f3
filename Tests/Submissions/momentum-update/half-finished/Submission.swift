import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    throw NotImplemented()
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    // cs231n notes: v = mu * v - learning_rate * dx; x += v
    let v2 = momentum * v - learningRate * gradW
    let w2 = w + v2
    return (w2, v2)
  }
}
