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
    throw NotImplemented()
  }

  func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor) {
    throw NotImplemented()
  }

  func classify(yHat: Tensor) throws -> Tensor {
    yHat.map { $0 >= 0 ? 1 : -1 }
  }

  func accuracy(y: Tensor, yHat: Tensor) throws -> Double {
    throw NotImplemented()
  }

  func train(
    x: Tensor, y: Tensor, testX: Tensor, testY: Tensor, weights: [Tensor], biases: [Tensor],
    learningRate: Double, momentum: Double, batches: Int, epochs: Int, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double],
    testLosses: [Double], testAccuracies: [Double]
  ) {
    throw NotImplemented()
  }
}
