import Coursework
import Foundation

struct Submission: BackpropTwoThreeOne {
  func sig(_ z: Double) -> Double {
    return 1.0 / (1.0 + exp(-z))
  }

  func forwardPropagation(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (z1: Tensor, h: Tensor, z2: Tensor, y: Tensor) {
    let N = x.shape[0]
    var z1 = Tensor.zeros(N, 3)
    var h = Tensor.zeros(N, 3)
    var z2 = Tensor.zeros(N)
    var y = Tensor.zeros(N)
    for n in 0..<N {
      z2[n] = b2
      for j in 0..<3 {
        z1[n, j] = w1[j, 0] * x[n, 0] + w1[j, 1] * x[n, 1] + b1[j]
        h[n, j] = sig(z1[n, j])
        z2[n] += w2[j] * h[n, j]
      }
      y[n] = sig(z2[n])
    }
    return (z1, h, z2, y)
  }

  func backPropagation(
    x: Tensor, target: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
    let N = x.shape[0]
    let (_, h, _, y) = try forwardPropagation(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    var loss = 0.0
    var gW1 = [[Double]](repeating: [0, 0], count: 3)
    var gB1 = [Double](repeating: 0, count: 3)
    var gW2 = [Double](repeating: 0, count: 3)
    var gB2 = 0.0
    // one sample after the other
    for n in 0..<N {
      let diff = y[n] - target[n]
      loss += diff * diff / 2 / Double(N)
      let dz2 = diff / Double(N) * y[n] * (1 - y[n])
      gB2 = dz2
      for j in 0..<3 {
        gW2[j] = dz2 * h[n, j]
        let dz1 = dz2 * w2[j] * h[n, j] * (1 - h[n, j])
        gB1[j] = dz1
        gW1[j][0] = dz1 * x[n, 0]
        gW1[j][1] = dz1 * x[n, 1]
      }
    }
    return (loss, Tensor(gW1), Tensor(gB1), Tensor(gW2), gB2)
  }
}
