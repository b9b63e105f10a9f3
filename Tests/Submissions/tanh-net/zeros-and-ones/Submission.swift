import Coursework

struct Submission: TanhNetCoursework {
  func initialize(
    sizes: [Int], standardDeviation: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    var weights: [Tensor] = []
    var biases: [Tensor] = []
    for i in 1..<sizes.count {
      weights.append(
        random.normal(standardDeviation: standardDeviation, shape: [sizes[i - 1], sizes[i]]))
      biases.append(random.normal(standardDeviation: standardDeviation, shape: [sizes[i]]))
    }
    return (weights, biases)
  }

  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor {
    layers(x, weights, biases).last!
  }

  /// x and the outputs of all layers
  func layers(_ x: Tensor, _ weights: [Tensor], _ biases: [Tensor]) -> [Tensor] {
    var z = [x]
    for (w, b) in zip(weights, biases) { z.append((z.last!.matmul(w) + b).tanh()) }
    return z
  }

  func loss(y: Tensor, yHat: Tensor) throws -> Double {
    (y - yHat).squared().mean()
  }

  func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) throws -> (gradWeights: [Tensor], gradBiases: [Tensor]) {
    let z = layers(x, weights, biases)
    var gradW = weights
    var gradB = biases
    var error = z.last! - y
    for l in weights.indices.reversed() {
      let delta = error * (1 - z[l + 1].squared())
      gradW[l] = z[l].transposed().matmul(delta)
      gradB[l] = delta.sum(axis: 0)
      error = delta.matmul(weights[l].transposed())
    }
    return (gradW, gradB)
  }

  func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let v = gradient + momentum * v
    return (w - learningRate * v / batchSize, v)
  }

  func classify(yHat: Tensor) throws -> Tensor {
    yHat.map { $0 >= 0 ? 1 : 0 }
  }

  func accuracy(y: Tensor, yHat: Tensor) throws -> Double {
    100 * (try classify(yHat: yHat) .== y).mean()
  }

  func train(
    x: Tensor, y: Tensor, testX: Tensor, testY: Tensor, weights: [Tensor], biases: [Tensor],
    learningRate: Double, momentum: Double, batches: Int, epochs: Int, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double],
    testLosses: [Double], testAccuracies: [Double]
  ) {
    var (x, y, weights, biases) = (x, y, weights, biases)
    var vW = weights.map { Tensor.zeros(shape: $0.shape) }
    var vB = biases.map { Tensor.zeros(shape: $0.shape) }
    var losses: [Double] = []
    var accuracies: [Double] = []
    var testLosses: [Double] = []
    var testAccuracies: [Double] = []
    let batchSize = Double(x.shape[0]) / Double(batches)
    for _ in 0..<epochs {
      let order = random.permutation(x.shape[0])
      x = x.rows(at: order)
      y = y.rows(at: order)
      for j in 0..<batches {
        let rows = Int(batchSize * Double(j))..<Int(batchSize * Double(j + 1))
        let (gradW, gradB) = try backward(
          x: x.rows(rows), y: y.rows(rows), weights: weights, biases: biases)
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
