import Coursework

struct Submission: WordTrigrams {
  func countWords(words: [[Int]], vocabulary: Int) throws -> Tensor {
    var counts = Tensor.zeros(words.count, vocabulary)
    for (i, row) in words.enumerated() {
      for word in row { counts[i, word - 1] += 1 }
    }
    return counts
  }

  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor {
    layers(x, weights, biases).p
  }

  func layers(
    _ x: Tensor, _ weights: [Tensor], _ biases: [Tensor]
  ) -> (e: Tensor, h: Tensor, p: Tensor) {
    let e = x.matmul(weights[0]) + biases[0]
    let h = sigmoid(e.matmul(weights[1]) + biases[1])
    return (e, h, softmax(h.matmul(weights[2]) + biases[2]))
  }

  func sigmoid(_ z: Tensor) -> Tensor { 1 / (1 + (-z).exp()) }

  func softmax(_ s: Tensor) -> Tensor {
    let powers = (s - s.max(axis: 1, keepingDimension: true)).exp()
    return powers / powers.sum(axis: 1, keepingDimension: true)
  }

  func loss(y: Tensor, p: Tensor) throws -> Double {
    // never log(0)
    let p = p.clipped(to: 1e-15...1 - 1e-15)
    return -(y * p.log()).sum() / Double(y.shape[0])
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

  func accuracy(y: Tensor, p: Tensor) throws -> Double {
    throw NotImplemented()
  }

  func topWords(p: Tensor, k: Int) throws -> [[Int]] {
    throw NotImplemented()
  }

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
