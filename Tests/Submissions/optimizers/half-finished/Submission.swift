import Coursework

struct Submission: Optimizers {
  func sgdUpdate(w: Tensor, gradW: Tensor, learningRate: Double) throws -> Tensor {
    w - learningRate * gradW
  }

  func rmsPropUpdate(
    w: Tensor, gradW: Tensor, cache: Tensor, learningRate: Double, decayRate: Double,
    epsilon: Double
  ) throws -> (w: Tensor, cache: Tensor) {
    let newCache = decayRate * cache + (1 - decayRate) * gradW * gradW
    let step = learningRate * gradW / (newCache.sqrt() + epsilon)
    return (w - step, newCache)
  }

  func adamUpdate(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    throw NotImplemented()
  }
}
