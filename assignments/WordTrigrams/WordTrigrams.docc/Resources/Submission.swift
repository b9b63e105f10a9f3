import Coursework

struct Submission: WordTrigrams {
  /// Entry w − 1 of a row says how often word w, counted from 1, occurs in it; (N, V).
  func countWords(words: [[Int]], vocabulary: Int) throws -> Tensor {
    throw NotImplemented()
  }

  /// e = x·W₁ + b₁, h = σ(e·W₂ + b₂), s = h·W₃ + b₃, p = softmax of each row of s.
  ///
  /// x and p are (N, V); weights are (V, D), (D, P) and (P, V).
  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor {
    throw NotImplemented()
  }

  /// The cross-entropy −1/N · Σ y · log p.
  func loss(y: Tensor, p: Tensor) throws -> Double {
    throw NotImplemented()
  }

  /// From p − y back to the embedding; gradients are sums over the samples.
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

  /// The share of samples whose right word is the most probable one, in percent.
  func accuracy(y: Tensor, p: Tensor) throws -> Double {
    throw NotImplemented()
  }

  /// The k most probable words of each row, counted from 1, the most probable first.
  func topWords(p: Tensor, k: Int) throws -> [[Int]] {
    throw NotImplemented()
  }

  /// In each epoch: a new order of x and y, a step for each batch, then loss and accuracy of
  /// all of validationX.
  func train(
    x: Tensor, y: Tensor, validationX: Tensor, validationY: Tensor, weights: [Tensor],
    biases: [Tensor], learningRate: Double, momentum: Double, batches: Int, epochs: Int,
    random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double]
  ) {
    throw NotImplemented()
  }
}
