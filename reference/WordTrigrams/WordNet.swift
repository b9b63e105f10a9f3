import Tensors

/// An embedding, a sigmoid layer and a softmax over all words.
enum WordNet {
  /// What comes out of each layer: the embedding e, the hidden units h and the sums s.
  static func layers<A: TensorAlgebra>(x: A, weights: [A], biases: [A]) -> (e: A, h: A, s: A) {
    let e = Affine.forward(x: x, w: weights[0], b: biases[0])
    let h = Sigmoid.forward(Affine.forward(x: e, w: weights[1], b: biases[1]))
    return (e, h, Affine.forward(x: h, w: weights[2], b: biases[2]))
  }

  /// The softmax of each row; the largest entry is subtracted first, so that nothing overflows.
  static func softmax<A: TensorAlgebra>(_ s: A) -> A {
    let powers = (s - s.max(axis: 1, keepingDimension: true)).exp()
    return powers / powers.sum(axis: 1, keepingDimension: true)
  }

  /// `−1/N · Σ y · log p`.
  static func loss<A: TensorAlgebra>(y: A, p: A) -> A {
    -(y * p.log()).total() / Double(y.shape[0])
  }

  /// The gradients of N times the loss, which are sums over the samples.
  static func backward<A: TensorAlgebra>(
    x: A, y: A, weights: [A], biases: [A]
  ) -> (gradWeights: [A], gradBiases: [A]) {
    let (e, h, s) = layers(x: x, weights: weights, biases: biases)
    let output = Affine.backward(gradY: softmax(s) - y, x: h, w: weights[2])
    let hidden = Affine.backward(gradY: output.gradX * Sigmoid.slope(h), x: e, w: weights[1])
    let embedding = Affine.backward(gradY: hidden.gradX, x: x, w: weights[0])
    return (
      [embedding.gradW, hidden.gradW, output.gradW], [embedding.gradB, hidden.gradB, output.gradB]
    )
  }

  /// How often each word, counted from 1, occurs in each row.
  static func counts(of words: [[Int]], vocabulary: Int) -> Tensor {
    var counts = Tensor.zeros(words.count, vocabulary)
    for (row, words) in words.enumerated() {
      for word in words { counts[row, word - 1] += 1 }
    }
    return counts
  }

  /// The words of each row, counted from 1, the most probable first.
  static func ranking(_ p: Tensor) -> [[Int]] {
    (0..<p.shape[0]).map { row in
      let order = (0..<p.shape[1]).sorted { (p[row, $1], $0) < (p[row, $0], $1) }
      return order.map { $0 + 1 }
    }
  }

  /// The share of rows whose most probable word is the right one, in percent.
  static func accuracy(y: Tensor, p: Tensor) -> Double {
    let hits = zip(y.argmax(axis: 1), p.argmax(axis: 1)).count { $0 == $1 }
    return 100 * Double(hits) / Double(y.shape[0])
  }
}
