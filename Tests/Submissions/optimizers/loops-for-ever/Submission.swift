import Coursework

struct Submission: Optimizers {
  func sgdUpdate(w: Tensor, gradW: Tensor, learningRate: Double) throws -> Tensor {
    var step = 0
    while step >= 0 { step = (step + 1) % 1000 }
    return w - learningRate * gradW
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
    let t = t + 1
    let m = beta1 * m + (1 - beta1) * gradW
    let v = beta2 * v + (1 - beta2) * gradW * gradW
    let mHat = m / (1 - power(beta1, t))
    let vHat = v / (1 - power(beta2, t))
    return (w - learningRate * mHat / (vHat.sqrt() + epsilon), m, v, t)
  }

  func power(_ base: Double, _ n: Int) -> Double {
    var result = 1.0
    for _ in 0..<n { result *= base }
    return result
  }
}
