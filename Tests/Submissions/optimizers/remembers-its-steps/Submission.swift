import Coursework

final class Memory {
  var m: Tensor?
  var v: Tensor?
  var t = 0
}

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
    // keeps its own averages, as an optimizer object does
    memory.t += 1
    let m = beta1 * (memory.m ?? m) + (1 - beta1) * gradW
    let v = beta2 * (memory.v ?? v) + (1 - beta2) * gradW * gradW
    (memory.m, memory.v) = (m, v)
    let mHat = m / (1 - power(beta1, memory.t))
    let vHat = v / (1 - power(beta2, memory.t))
    return (w - learningRate * mHat / (vHat.sqrt() + epsilon), m, v, memory.t)
  }

  func power(_ base: Double, _ n: Int) -> Double {
    var result = 1.0
    for _ in 0..<n { result *= base }
    return result
  }

  let memory = Memory()
}
