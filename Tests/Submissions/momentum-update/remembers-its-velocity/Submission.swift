import Coursework

final class Memory {
  var velocity: Tensor?
}

struct Submission: MomentumUpdate {
  let memory = Memory()

  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    // v is an old copy, take our own
    let old = memory.velocity ?? v
    let newV = momentum * old + (1 - momentum) * gradW
    memory.velocity = newV
    return (w - learningRate * newV, b - learningRate * gradB, newV)
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let newV = momentum * v - learningRate * gradW
    return (w + newV, newV)
  }
}
