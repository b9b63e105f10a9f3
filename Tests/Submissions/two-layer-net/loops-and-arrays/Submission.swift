import Coursework
import Foundation

/// Works with arrays of rows, sample by sample.
struct Submission: TwoLayerNetCoursework {
  func initialWeights(
    inputs: Int, hidden: Int, classes: Int, scale: Double, random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
    var w1 = Tensor.zeros(inputs, hidden)
    var w2 = Tensor.zeros(hidden, classes)
    for i in 0..<inputs { for j in 0..<hidden { w1[i, j] = random.randn(1)[0] * scale } }
    for i in 0..<hidden { for j in 0..<classes { w2[i, j] = random.randn(1)[0] * scale } }
    return (w1, Tensor.zeros(hidden), w2, Tensor.zeros(classes))
  }

  /// One layer for one sample; weight(i, j) leads from input i to unit j.
  func layer(_ x: [Double], _ b: Tensor, _ weight: (Int, Int) -> Double) -> [Double] {
    var out = b.scalars
    for j in out.indices {
      for i in x.indices { out[j] += x[i] * weight(i, j) }
    }
    return out
  }

  func softmaxNetScores(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
  ) throws -> Tensor {
    var rows: [Double] = []
    for n in 0..<x.shape[0] {
      let h = layer(x.row(n).scalars, b1) { w1[$0, $1] }.map { $0 > 0 ? $0 : 0 }
      rows += layer(h, b2) { w2[$0, $1] }
    }
    return Tensor(shape: [x.shape[0], b2.count], scalars: rows)
  }

  func softmaxNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    let out = try mseOrSoftmax(
      x, labels, w1.transposed(), b1, w2.transposed(), b2, regularization
    ) { scores, y in
      var p = scores.map { exp($0 - scores.max()!) }
      let sum = p.reduce(0, +)
      for j in p.indices { p[j] /= sum }
      let loss = -log(p[y])
      p[y] -= 1
      return (loss, p)
    }
    return (out.loss, out.gradW1.transposed(), out.gradB1, out.gradW2.transposed(), out.gradB2)
  }

  func mseNetScores(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> Tensor {
    try softmaxNetScores(x: x, w1: w1.transposed(), b1: b1, w2: w2.transposed(), b2: b2)
  }

  func mseNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    try mseOrSoftmax(x, labels, w1, b1, w2, b2, regularization) { scores, y in
      var r = scores
      r[y] -= 1
      var loss = 0.0
      for d in r { loss += d * d / 2 }
      return (loss, r)
    }
  }

  /// Both losses, with row j of a weight leading into unit j.
  func mseOrSoftmax(
    _ x: Tensor, _ labels: [Int], _ w1: Tensor, _ b1: Tensor, _ w2: Tensor, _ b2: Tensor,
    _ lambda: Double, _ error: ([Double], Int) -> (Double, [Double])
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    let count = Double(labels.count)
    var loss = 0.0
    var (g1, gb1) = (lambda * w1, Tensor.zeros(b1.count))
    var (g2, gb2) = (lambda * w2, Tensor.zeros(b2.count))
    for n in labels.indices {
      let z = layer(x.row(n).scalars, b1) { w1[$1, $0] }
      let h = z.map { max($0, 0) }
      let (sampleLoss, slopes) = error(layer(h, b2) { w2[$1, $0] }, labels[n])
      loss += sampleLoss / count
      for k in slopes.indices {
        let g = slopes[k] / count
        gb2[k] += g
        for j in h.indices {
          g2[k, j] += g * h[j]
          guard z[j] > 0 else { continue }
          gb1[j] += g * w2[k, j]
          for i in 0..<x.shape[1] { g1[j, i] += g * w2[k, j] * x[n, i] }
        }
      }
    }
    for w in w1.scalars + w2.scalars { loss += lambda * w * w / 2 }
    return (loss, g1, gb1, g2, gb2)
  }

  func trainMSENet(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    learningRate: Double, decay: Double, regularization: Double, iterations: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, losses: [Double]) {
    var weights = [w1, b1, w2, b2]
    var rates = [learningRate]
    var losses: [Double] = []
    var stepsToDecay = 0
    for _ in 0..<iterations {
      let places = random.randint(below: labels.count, count: batchSize)
      var rows: [Double] = []
      for place in places { rows += x.row(place).scalars }
      let out = try mseNetLoss(
        x: Tensor(shape: [batchSize, x.shape[1]], scalars: rows),
        labels: places.map { labels[$0] }, w1: weights[0], b1: weights[1], w2: weights[2],
        b2: weights[3], regularization: regularization)
      losses.append(out.loss)
      let gradients = [out.gradW1, out.gradB1, out.gradW2, out.gradB2]
      for k in 0..<4 { weights[k] = weights[k] - gradients[k] * rates[rates.count - 1] }
      if stepsToDecay == 0 {
        rates.append(rates[rates.count - 1] * decay)
        stepsToDecay = max(1, labels.count / batchSize)
      }
      stepsToDecay -= 1
    }
    return (weights[0], weights[1], weights[2], weights[3], losses)
  }

  func predict(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> [Int] {
    let scores = try mseNetScores(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    var labels: [Int] = []
    for n in 0..<scores.shape[0] {
      var best = 0
      for k in 1..<b2.count where scores[n, k] > scores[n, best] { best = k }
      labels.append(best)
    }
    return labels
  }
}
