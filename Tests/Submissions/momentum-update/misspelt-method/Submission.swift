import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    // like model['V_w1'] = momentum * model['V_w1'] + (1 - momentum) * model['dE_dW1']
    var velocity = v
    velocity *= momentum
    velocity += gradW * (1 - momentum)
    var weights = w, biases = b
    weights -= velocity * learningRate
    biases -= gradB * learningRate
    return (w: weights, b: biases, v: velocity)
  }

  func classic_update(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let velocity = v * momentum - gradW * learningRate
    return (w: w + velocity, v: velocity)
  }
}
