import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    // buf = momentum * buf + grad; p = p - lr * buf
    let buf = momentum * v + gradW
    return (w - learningRate * buf, b - learningRate * gradB, buf)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let buf = momentum * v + gradW
    return (w - learningRate * buf, buf)
  }
}
