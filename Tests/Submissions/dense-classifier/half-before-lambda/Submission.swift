import Coursework

struct Submission: DenseClassifierCoursework {
  func forward(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor
  ) throws -> (hidden1: Tensor, hidden2: Tensor, probabilities: Tensor) {
    let h1 = (x.matmul(w1) + b1).maximum(0)
    let h2 = (h1.matmul(w2) + b2).maximum(0)
    return (h1, h2, softmax(h2.matmul(w3) + b3))
  }

  func parameterCounts(sizes: [Int]) throws -> (layers: [Int], total: Int) {
    var layers: [Int] = []
    for i in 1..<sizes.count { layers.append(sizes[i - 1] * sizes[i] + sizes[i]) }
    return (layers, layers.reduce(0, +))
  }

  func dropout(
    h: Tensor, rate: Double, uniforms: Tensor
  ) throws -> (out: Tensor, mask: Tensor) {
    let mask = (uniforms .>= rate) / (1 - rate)
    return (h * mask, mask)
  }

  func lossAndGradients(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, mask1: Tensor, mask2: Tensor, regularization: Double
  ) throws -> (
    loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor,
    gradW3: Tensor, gradB3: Tensor
  ) {
    let n = Double(labels.count)
    let z1 = x.matmul(w1) + b1
    let d1 = z1.maximum(0) * mask1
    let z2 = d1.matmul(w2) + b2
    let d2 = z2.maximum(0) * mask2
    let p = softmax(d2.matmul(w3) + b3)
    let y = Tensor.identity(b3.count).rows(at: labels)
    let data = -(p * y).sum(axis: 1).log().sum() / n
    let penalty = regularization / 2 * (w1.squared().sum() + w2.squared().sum())

    let dScores = (p - y) / n
    let dz2 = dScores.matmul(w3.transposed()) * mask2 * (z2 .> 0)
    let dz1 = dz2.matmul(w2.transposed()) * mask1 * (z1 .> 0)
    return (
      data + penalty,
      x.transposed().matmul(dz1) + regularization * w1, dz1.sum(axis: 0),
      d1.transposed().matmul(dz2) + regularization * w2, dz2.sum(axis: 0),
      d2.transposed().matmul(dScores), dScores.sum(axis: 0)
    )
  }

  func evaluate(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, regularization: Double
  ) throws -> (loss: Double, accuracy: Double) {
    let p = try forward(x: x, w1: w1, b1: b1, w2: w2, b2: b2, w3: w3, b3: b3).probabilities
    let n = Double(labels.count)
    var loss = 0.0
    var hits = 0.0
    for (i, y) in labels.enumerated() {
      loss -= p.row(i)[y].logarithm / n
      if p.row(i).argmax() == y { hits += 1 }
    }
    loss += regularization / 2 * (w1.squared().sum() + w2.squared().sum())
    return (loss, hits / n)
  }

  func adamStep(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    let m = beta1 * m + (1 - beta1) * gradW
    let v = beta2 * v + (1 - beta2) * gradW.squared()
    let rate = learningRate * (1 - power(beta2, t + 1)).squareRoot() / (1 - power(beta1, t + 1))
    return (w - rate * m / (v.sqrt() + epsilon), m, v, t + 1)
  }

  func earlyStopping(
    values: [Double], mode: MonitorMode, patience: Int
  ) throws -> (stopped: Int, best: Int, restored: Double) {
    var best = 0
    var wait = 0
    var last = values.count
    for epoch in 1..<values.count {
      let better = mode == .min ? values[epoch] < values[best] : values[epoch] > values[best]
      if better {
        best = epoch
        wait = 0
      } else {
        wait += 1
        if wait >= patience {
          last = epoch + 1
          break
        }
      }
    }
    return (last, best + 1, values[best])
  }

  func stepCounts(
    samples: Int, batchSize: Int, validationSplit: Double
  ) throws -> (train: Int, validation: Int) {
    let train = Int(Double(samples) * (1 - validationSplit))
    return ((train + batchSize - 1) / batchSize, (samples - train + batchSize - 1) / batchSize)
  }

  func softmax(_ scores: Tensor) -> Tensor {
    let powers = (scores - scores.max(axis: 1, keepingDimension: true)).exp()
    return powers / powers.sum(axis: 1, keepingDimension: true)
  }

  func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { result, _ in result * base }
  }
}

extension Double {
  var logarithm: Double { Tensor(self).log().scalar }
}
