import Coursework

struct Submission: WordTrigrams {
  func countWords(words: [[Int]], vocabulary: Int) throws -> Tensor {
    let length = words[0].count
    var oneHot = Tensor.zeros(words.count, length, vocabulary)
    for i in 0..<words.count {
      for j in 0..<length { oneHot[i, j, words[i][j] - 1] = 1 }
    }
    return oneHot.reshaped(words.count, vocabulary, length).sum(axis: 2)
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
    let (e, h, p) = layers(x, weights, biases)
    let d3 = p - y
    let d2 = d3.matmul(weights[2].transposed()) * h * (1 - h)
    let d1 = d2.matmul(weights[1].transposed())
    return (
      [
        x.transposed().matmul(d1), e.transposed().matmul(d2), h.transposed().matmul(d3),
      ],
      [d1.sum(axis: 0), d2.sum(axis: 0), d3.sum(axis: 0)]
    )
  }

  func update(
    w: Tensor, v: Tensor, gradient: Tensor, learningRate: Double, momentum: Double,
    batchSize: Double
  ) throws -> (w: Tensor, v: Tensor) {
    let v = gradient + momentum * v
    return (w - learningRate * v / batchSize, v)
  }

  func accuracy(y: Tensor, p: Tensor) throws -> Double {
    let right = zip(y.argmax(axis: 1), p.argmax(axis: 1)).filter { $0 == $1 }.count
    return 100 * Double(right) / Double(y.shape[0])
  }

  func topWords(p: Tensor, k: Int) throws -> [[Int]] {
    (0..<p.shape[0]).map { i in
      let sorted = (0..<p.shape[1]).sorted { p[i, $0] > p[i, $1] }
      return sorted.prefix(k).map { $0 + 1 }
    }
  }

  func train(
    x: Tensor, y: Tensor, validationX: Tensor, validationY: Tensor, weights: [Tensor],
    biases: [Tensor], learningRate: Double, momentum: Double, batches: Int, epochs: Int,
    random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], losses: [Double], accuracies: [Double]
  ) {
    var (x, y, weights, biases) = (x, y, weights, biases)
    var vW = weights.map { 0 * $0 }
    var vB = biases.map { 0 * $0 }
    var losses: [Double] = []
    var accuracies: [Double] = []
    let batchSize = Double(x.shape[0]) / Double(batches)
    for _ in 0..<epochs {
      let order = random.permutation(x.shape[0])
      x = x.rows(at: order)
      y = y.rows(at: order)
      for j in 0..<batches {
        let rows = Int(batchSize * Double(j))..<Int(batchSize * Double(j + 1))
        let (gradW, gradB) = try backward(
          x: x.rows(rows), y: y.rows(rows), weights: weights, biases: biases)
        for l in 0..<3 {
          (weights[l], vW[l]) = try update(
            w: weights[l], v: vW[l], gradient: gradW[l], learningRate: learningRate,
            momentum: momentum, batchSize: batchSize)
          (biases[l], vB[l]) = try update(
            w: biases[l], v: vB[l], gradient: gradB[l], learningRate: learningRate,
            momentum: momentum, batchSize: batchSize)
        }
      }
      let p = try forward(x: validationX, weights: weights, biases: biases)
      losses.append(try loss(y: validationY, p: p))
      accuracies.append(try accuracy(y: validationY, p: p))
    }
    return (weights, biases, losses, accuracies)
  }
}
