import Coursework

// Everything number by number, as in C.
struct Submission: WordTrigrams {
  func countWords(words: [[Int]], vocabulary: Int) throws -> Tensor {
    var counts = Tensor.zeros(words.count, vocabulary)
    for i in 0..<words.count {
      for j in 0..<words[i].count {
        let column = words[i][j] - 1
        counts[i, column] = counts[i, column] + 1
      }
    }
    return counts
  }

  func affine(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
    var out = Tensor.zeros(x.shape[0], b.shape[0])
    for i in 0..<x.shape[0] {
      for j in 0..<b.shape[0] {
        var sum = b[j]
        for k in 0..<x.shape[1] { sum += x[i, k] * w[k, j] }
        out[i, j] = sum
      }
    }
    return out
  }

  func softmax(_ s: [Double]) -> [Double] {
    var largest = s[0]
    for value in s where value > largest { largest = value }
    let powers = Tensor(s.map { $0 - largest }).exp().scalars
    var sum = 0.0
    for power in powers { sum += power }
    return powers.map { $0 / sum }
  }

  func hidden(_ e: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
    let z = affine(e, w, b)
    return z.exp() / (1 + z.exp())
  }

  func forward(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> Tensor {
    let e = affine(x, weights[0], biases[0])
    let s = affine(hidden(e, weights[1], biases[1]), weights[2], biases[2])
    return Tensor((0..<x.shape[0]).map { softmax(s.row($0).scalars) })
  }

  func loss(y: Tensor, p: Tensor) throws -> Double {
    var sum = 0.0
    let logs = p.log()
    for i in 0..<y.shape[0] {
      for j in 0..<y.shape[1] where y[i, j] == 1 { sum -= logs[i, j] }
    }
    return sum / Double(y.shape[0])
  }

  func backward(
    x: Tensor, y: Tensor, weights: [Tensor], biases: [Tensor]
  ) throws -> (gradWeights: [Tensor], gradBiases: [Tensor]) {
    let e = affine(x, weights[0], biases[0])
    let h = hidden(e, weights[1], biases[1])
    let p = try forward(x: x, weights: weights, biases: biases)
    let inputs = [x, e, h]
    var gradW = weights.map { Tensor.zeros(shape: $0.shape) }
    var gradB = biases.map { Tensor.zeros(shape: $0.shape) }
    for i in 0..<x.shape[0] {
      var delta = (0..<y.shape[1]).map { p[i, $0] - y[i, $0] }
      for l in [2, 1, 0] {
        var below = [Double](repeating: 0, count: inputs[l].shape[1])
        for j in delta.indices {
          gradB[l][j] += delta[j]
          for k in below.indices {
            gradW[l][k, j] += inputs[l][i, k] * delta[j]
            below[k] += weights[l][k, j] * delta[j]
          }
        }
        if l == 2 {
          for k in below.indices { below[k] *= h[i, k] * (1 - h[i, k]) }
        }
        delta = below
      }
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

  func accuracy(y: Tensor, p: Tensor) throws -> Double {
    var right = 0
    for i in 0..<y.shape[0] {
      var best = 0
      for j in 0..<y.shape[1] where p[i, j] > p[i, best] { best = j }
      if y[i, best] == 1 { right += 1 }
    }
    return Double(right) / Double(y.shape[0]) * 100
  }

  func topWords(p: Tensor, k: Int) throws -> [[Int]] {
    var rows: [[Int]] = []
    for i in 0..<p.shape[0] {
      var left = Array(0..<p.shape[1])
      var words: [Int] = []
      for _ in 0..<k {
        var best = 0
        for place in left.indices where p[i, left[place]] > p[i, left[best]] { best = place }
        words.append(left.remove(at: best) + 1)
      }
      rows.append(words)
    }
    return rows
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
