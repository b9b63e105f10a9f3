import Coursework

struct Submission: TwoLayerNetCoursework {
  func initialWeights(
    inputs: Int, hidden: Int, classes: Int, scale: Double, random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
    let w1 = scale * random.randn(inputs, hidden)
    let w2 = scale * random.randn(hidden, classes)
    return (w1, .zeros(hidden), w2, .zeros(classes))
  }

  func softmaxNetScores(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
  ) throws -> Tensor {
    (x.matmul(w1) + b1).maximum(0).matmul(w2) + b2
  }

  func softmaxNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    let n = Double(labels.count)
    let z = x.matmul(w1) + b1
    let h = z.maximum(0)
    let scores = try softmaxNetScores(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    let powers = (scores - scores.max(axis: 1, keepingDimension: true)).exp()
    let p = powers / powers.sum(axis: 1, keepingDimension: true)
    let y = Tensor.identity(b2.count).rows(at: labels)
    let g = (p - y) / n
    let gradZ = g.matmul(w2.transposed()) * (z .> 0)
    let penalty = regularization / 2 * (w1.squared().sum() + w2.squared().sum())
    return (
      -(p.log() * y).sum() / n + penalty,
      x.transposed().matmul(gradZ) + regularization * w1, gradZ.sum(axis: 0),
      h.transposed().matmul(g) + regularization * w2, g.sum(axis: 0)
    )
  }

  func mseNetScores(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> Tensor {
    (x.matmul(w1.transposed()) + b1).maximum(0).matmul(w2.transposed()) + b2
  }

  func mseNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    let n = Double(labels.count)
    let z = x.matmul(w1.transposed()) + b1
    let h = z.maximum(0)
    let scores = try mseNetScores(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    let r = scores - Tensor.identity(b2.count).rows(at: labels)
    let g = r / n
    let gradZ = g.matmul(w2) * (z .> 0)
    let penalty = regularization / 2 * (w1.squared().sum() + w2.squared().sum())
    return (
      r.squared().sum() / (2 * n) + penalty,
      gradZ.transposed().matmul(x) + regularization * w1, gradZ.sum(axis: 0),
      g.transposed().matmul(h) + regularization * w2, g.sum(axis: 0)
    )
  }

  func trainMSENet(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    learningRate: Double, decay: Double, regularization: Double, iterations: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, losses: [Double]) {
    var (w1, b1, w2, b2) = (w1, b1, w2, b2)
    var rate = learningRate
    var losses: [Double] = []
    for t in 0..<iterations {
      let batch = random.choice(labels.count, count: batchSize)
      let out = try mseNetLoss(
        x: x.rows(at: batch), labels: batch.map { labels[$0] }, w1: w1, b1: b1, w2: w2, b2: b2,
        regularization: regularization)
      losses.append(out.loss)
      w1 -= rate * out.gradW1
      b1 -= rate * out.gradB1
      w2 -= rate * out.gradW2
      b2 -= rate * out.gradB2
      if t % max(labels.count / batchSize, 1) == 0 { rate *= decay }
    }
    return (w1, b1, w2, b2, losses)
  }

  func predict(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> [Int] {
    try mseNetScores(x: x, w1: w1, b1: b1, w2: w2, b2: b2).argmax(axis: 1)
  }
}
