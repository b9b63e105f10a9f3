import Coursework

struct Submission: TanhNetCoursework {
  /// Normal numbers with mean 0, layer by layer: the weights row by row, then the biases.
  ///
  /// sizes is D and the outputs of each layer; weights are (inputs, outputs), biases (outputs).
  func initialize(
    sizes: [Int], standardDeviation: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    throw NotImplemented()
  }

  /// z = tanh(z·W + b), layer by layer, the last one too.
  ///
  /// x is (N, D), the result (N, K).
  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor {
    throw NotImplemented()
  }

  /// The mean of (y − ŷ)² over all entries.
  func loss(y: Tensor, yHat: Tensor) throws -> Double {
    throw NotImplemented()
  }

  /// From ŷ − y back to the first layer; gradients are sums over the samples.
  ///
  /// gradWeights have the shapes of weights, gradBiases those of biases.
  func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) throws -> (gradWeights: [Tensor], gradBiases: [Tensor]) {
    throw NotImplemented()
  }

  /// v' = gradient + β·v, w' = w − η·v' / B, for weights and biases alike.
  func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor) {
    throw NotImplemented()
  }

  /// 1 where ŷ is at least 0, else −1.
  func classify(yHat: Tensor) throws -> Tensor {
    throw NotImplemented()
  }

  /// The share of entries whose class is that of y, in percent.
  func accuracy(y: Tensor, yHat: Tensor) throws -> Double {
    throw NotImplemented()
  }

  /// In each epoch: a new order of x and y, a step for each batch, then loss and accuracy of all.
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
