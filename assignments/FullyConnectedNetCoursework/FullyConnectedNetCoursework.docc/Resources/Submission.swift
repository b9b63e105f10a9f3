import Coursework

struct Submission: FullyConnectedNetCoursework {
  /// w_l = scale · random.randn(sizes[l − 1], sizes[l]), from the first layer to the last; b_l = 0.
  func initialize(
    sizes: [Int], scale: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    throw NotImplemented()
  }

  /// loss = −1/N · Σᵢ log p_iy + λ/2 · Σ_l Σ w_l², and its gradient by each of the weights and
  /// biases.
  ///
  /// x is (N, D), the scores are (N, C); labels are N numbers from 0 to C − 1.
  func loss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], regularization: Double
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    throw NotImplemented()
  }

  /// The same without penalty, and with inverted dropout after every ReLU.
  ///
  /// Every mask is drawn from a fresh RandomState(seed: seed): 1/p where random.rand(N, H) < p.
  func dropoutLoss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], keepProbability: Double,
    seed: UInt32
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    throw NotImplemented()
  }

  /// The class with the highest score for each row of x, from 0 to C − 1.
  func predict(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> [Int] {
    throw NotImplemented()
  }

  /// epochs · max(N / batchSize, 1) steps on batches of random.choice(N, count: batchSize).
  ///
  /// Returns the weights and biases that did best on the validation data.
  func train(
    x: Tensor, labels: [Int], validationX: Tensor, validationLabels: [Int],
    weights: [Tensor], biases: [Tensor], settings: SolverSettings, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], lossHistory: [Double], validationAccuracies: [Double]
  ) {
    throw NotImplemented()
  }
}
