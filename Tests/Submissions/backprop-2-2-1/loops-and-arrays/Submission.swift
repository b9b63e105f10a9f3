import Coursework

// everything spelled out number by number

func expOf(_ x: Double) -> Double {
  Tensor(x).exp().scalar
}

func sigma(_ z: Double) -> Double {
  if z >= 0 {
    return 1 / (1 + expOf(-z))
  } else {
    // same thing, cannot overflow
    let e = expOf(z)
    return e / (1 + e)
  }
}

struct Submission: BackpropTwoTwoOne {
  func forward(x0: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws -> (
    z1: Tensor, x1: Tensor, z2: Double, x2: Double
  ) {
    var z1: [Double] = []
    var x1: [Double] = []
    for j in 0..<2 {
      var sum = b1[j]
      for i in 0..<2 {
        sum += w1[j, i] * x0[i]
      }
      z1.append(sum)
      x1.append(sigma(sum))
    }
    var z2 = b2
    for j in 0..<2 {
      z2 += w2[0, j] * x1[j]
    }
    return (Tensor(z1), Tensor(x1), z2, sigma(z2))
  }

  func loss(yHat: Double, y: Double) throws -> Double {
    (yHat - y) * (yHat - y) / 2
  }

  func backward(
    x0: Tensor, y: Double, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) throws -> (gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
    let (_, x1, _, x2) = try forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: b2)
    let delta = (x2 - y) * x2 * (1 - x2)
    var gradW1 = Tensor.zeros(2, 2)
    var gradB1 = Tensor.zeros(2)
    var gradW2 = Tensor.zeros(1, 2)
    for j in 0..<2 {
      gradW2[0, j] = delta * x1[j]
      gradB1[j] = delta * w2[0, j] * x1[j] * (1 - x1[j])
      for i in 0..<2 {
        gradW1[j, i] = gradB1[j] * x0[i]
      }
    }
    return (gradW1, gradB1, gradW2, delta)
  }
}
