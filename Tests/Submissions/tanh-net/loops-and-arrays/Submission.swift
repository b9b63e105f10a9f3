import Coursework

// Everything number by number, as in C.
struct Submission: TanhNetCoursework {
  func initialize(
    sizes: [Int], standardDeviation: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    var weights: [Tensor] = []
    var biases: [Tensor] = []
    for i in 1..<sizes.count {
      var w = Tensor.zeros(sizes[i - 1], sizes[i])
      for r in 0..<sizes[i - 1] {
        for c in 0..<sizes[i] { w[r, c] = standardDeviation * random.randn(1)[0] }
      }
      var b = Tensor.zeros(sizes[i])
      for c in 0..<sizes[i] { b[c] = standardDeviation * random.randn(1)[0] }
      weights.append(w)
      biases.append(b)
    }
    return (weights, biases)
  }

  func tanh(_ x: Double) -> Double { 2 / (1 + Tensor([-2 * x]).exp()[0]) - 1 }

  func layer(_ z: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
    var out = Tensor.zeros(z.shape[0], b.shape[0])
    for i in 0..<z.shape[0] {
      for j in 0..<b.shape[0] {
        var sum = 0.0
        for k in 0..<z.shape[1] { sum += z[i, k] * w[k, j] }
        out[i, j] = tanh(sum + b[j])
      }
    }
    return out
  }

  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor {
    var z = x
    for l in 0..<weights.count { z = layer(z, weights[l], biases[l]) }
    return z
  }

  func loss(y: Tensor, yHat: Tensor) throws -> Double {
    var sum = 0.0
    for i in 0..<y.shape[0] {
      for j in 0..<y.shape[1] { sum += (y[i, j] - yHat[i, j]) * (y[i, j] - yHat[i, j]) }
    }
    return sum / Double(y.shape[0] * y.shape[1])
  }

  func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) throws -> (gradWeights: [Tensor], gradBiases: [Tensor]) {
    var z = [x]
    for l in 0..<weights.count { z.append(layer(z[l], weights[l], biases[l])) }
    var gradW = weights.map { Tensor.zeros(shape: $0.shape) }
    var gradB = biases.map { Tensor.zeros(shape: $0.shape) }
    // one sample after the other
    for i in 0..<x.shape[0] {
      var error = (0..<y.shape[1]).map { z[weights.count][i, $0] - y[i, $0] }
      var l = weights.count - 1
      while l >= 0 {
        let delta = error.indices.map { error[$0] * (1 - z[l + 1][i, $0] * z[l + 1][i, $0]) }
        var below = [Double](repeating: 0, count: z[l].shape[1])
        for j in delta.indices {
          gradB[l][j] += delta[j]
          for k in below.indices {
            gradW[l][k, j] += z[l][i, k] * delta[j]
            below[k] += weights[l][k, j] * delta[j]
          }
        }
        error = below
        l -= 1
      }
    }
    return (gradW, gradB)
  }

  func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor) {
    var (w, v) = (w, v)
    v *= momentum
    v += gradient
    w -= (learningRate / batchSize) * v
    return (w, v)
  }

  func classify(yHat: Tensor) throws -> Tensor {
    yHat.map { $0 < 0 ? -1 : 1 }
  }

  func accuracy(y: Tensor, yHat: Tensor) throws -> Double {
    let classes = try classify(yHat: yHat)
    var right = 0
    for i in 0..<y.shape[0] {
      for j in 0..<y.shape[1] where y[i, j] == classes[i, j] { right += 1 }
    }
    return 100 * Double(right) / Double(y.shape[0] * y.shape[1])
  }

  func train(
    x: Tensor, y: Tensor, testX: Tensor, testY: Tensor, weights: [Tensor], biases: [Tensor],
    learningRate: Double, momentum: Double, batches: Int, epochs: Int, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double],
    testLosses: [Double], testAccuracies: [Double]
  ) {
    var (weights, biases) = (weights, biases)
    var indices = Array(0..<x.shape[0])
    var vW = weights.map { Tensor.zeros(shape: $0.shape) }
    var vB = biases.map { Tensor.zeros(shape: $0.shape) }
    var losses: [Double] = []
    var accuracies: [Double] = []
    var testLosses: [Double] = []
    var testAccuracies: [Double] = []
    let batchSize = Double(x.shape[0]) / Double(batches)
    for _ in 0..<epochs {
      let order = random.permutation(x.shape[0])
      indices = order.map { indices[$0] }
      for j in 0..<batches {
        let from = x.shape[0] * j / batches
        let to = x.shape[0] * (j + 1) / batches
        let batch = Array(indices[from..<to])
        let (gradW, gradB) = try backward(
          x: x.rows(at: batch), y: y.rows(at: batch), weights: weights, biases: biases)
        for l in weights.indices {
          (weights[l], vW[l]) = try update(
            w: weights[l], v: vW[l], gradient: gradW[l], learningRate: learningRate,
            momentum: momentum, batchSize: batchSize)
          (biases[l], vB[l]) = try update(
            w: biases[l], v: vB[l], gradient: gradB[l], learningRate: learningRate,
            momentum: momentum, batchSize: batchSize)
        }
      }
      let yHat = try forward(x: x, weights: weights, biases: biases)
      losses.append(try loss(y: y, yHat: yHat))
      accuracies.append(try accuracy(y: y, yHat: yHat))
      let testYHat = try forward(x: testX, weights: weights, biases: biases)
      testLosses.append(try loss(y: testY, yHat: testYHat))
      testAccuracies.append(try accuracy(y: testY, yHat: testYHat))
    }
    return (weights, biases, losses, accuracies, testLosses, testAccuracies)
  }
}
