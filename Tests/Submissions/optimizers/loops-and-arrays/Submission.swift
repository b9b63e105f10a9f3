import Coursework

struct Submission: Optimizers {
  func sgdUpdate(w: Tensor, gradW: Tensor, learningRate: Double) throws -> Tensor {
    var new = w.scalars
    for i in new.indices { new[i] -= learningRate * gradW.scalars[i] }
    return Tensor(shape: w.shape, scalars: new)
  }

  func rmsPropUpdate(
    w: Tensor, gradW: Tensor, cache: Tensor, learningRate: Double, decayRate: Double,
    epsilon: Double
  ) throws -> (w: Tensor, cache: Tensor) {
    var newW = w, newCache = cache
    for i in 0..<w.shape[0] {
      for j in 0..<w.shape[1] {
        let g = gradW[i, j]
        newCache[i, j] = decayRate * cache[i, j] + (1 - decayRate) * g * g
        newW[i, j] -= learningRate * g / (newCache[i, j].squareRoot() + epsilon)
      }
    }
    return (newW, newCache)
  }

  func adamUpdate(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    // a corrected learning rate, as in section 2 of the paper; epsilon is scaled with it
    let steps = t + 1
    let forM = 1 - power(beta1, steps)
    let forV = (1 - power(beta2, steps)).squareRoot()
    var newW = w, newM = m, newV = v
    for i in 0..<w.shape[0] {
      for j in 0..<w.shape[1] {
        let g = gradW[i, j]
        newM[i, j] = beta1 * m[i, j] + (1 - beta1) * g
        newV[i, j] = beta2 * v[i, j] + (1 - beta2) * g * g
        newW[i, j] -=
          learningRate * forV / forM * newM[i, j] / (newV[i, j].squareRoot() + epsilon * forV)
      }
    }
    return (newW, newM, newV, steps)
  }

  func power(_ base: Double, _ n: Int) -> Double {
    var result = 1.0
    for _ in 0..<n { result *= base }
    return result
  }
}
