import Coursework

struct Submission: MomentumUpdate {
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    var newW = w.scalars, newB = b.scalars, newV = v.scalars
    for i in 0..<newW.count {
      newV[i] = momentum * newV[i] + (1.0 - momentum) * gradW.scalars[i]
      newW[i] = newW[i] - learningRate * newV[i]
    }
    for j in newB.indices {
      newB[j] -= learningRate * gradB[j]
    }
    return (
      Tensor(shape: w.shape, scalars: newW), Tensor(newB), Tensor(shape: v.shape, scalars: newV)
    )
  }

  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    var result = (w: w, v: v)
    for i in 0..<w.shape[0] {
      for j in 0..<w.shape[1] {
        result.v[i, j] = momentum * v[i, j] - learningRate * gradW[i, j]
        result.w[i, j] += result.v[i, j]
      }
    }
    return result
  }
}
