import Coursework
import Foundation

typealias Matrix = [[Double]]

func rows(_ t: Tensor) -> Matrix { (0..<t.shape[0]).map { t.row($0).scalars } }

struct Net {
  var w: [Matrix]
  var b: Matrix

  init(_ weights: [Tensor], _ biases: [Tensor]) {
    w = weights.map(rows)
    b = biases.map { $0.scalars }
  }

  func sums(_ layer: Int, _ h: [Double]) -> [Double] {
    var z = b[layer]
    for j in 0..<z.count {
      for i in 0..<h.count { z[j] += w[layer][i][j] * h[i] }
    }
    return z
  }

  // What goes into every layer, and the scores at the end.
  func run(_ x: [Double], _ masks: [[Double]]) -> [[Double]] {
    var all = [x]
    for layer in 0..<w.count {
      var z = sums(layer, all[layer])
      if layer < w.count - 1 {
        for j in 0..<z.count {
          if z[j] < 0 { z[j] = 0 }
          if !masks.isEmpty { z[j] *= masks[layer][j] }
        }
      }
      all.append(z)
    }
    return all
  }
}

struct Submission: FullyConnectedNetCoursework {
  func initialize(
    sizes: [Int], scale: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    var weights: [Tensor] = []
    for layer in 1..<sizes.count {
      var matrix = Matrix()
      for _ in 0..<sizes[layer - 1] {
        matrix.append((0..<sizes[layer]).map { _ in random.randn(1)[0] * scale })
      }
      weights.append(Tensor(matrix))
    }
    return (weights, sizes.dropFirst().map { Tensor([Double](repeating: 0, count: $0)) })
  }

  func loss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], regularization: Double
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    var out = learn(x, labels, weights, biases, [])
    for (layer, w) in weights.enumerated() {
      for i in 0..<w.shape[0] {
        for j in 0..<w.shape[1] {
          out.loss += regularization / 2 * w[i, j] * w[i, j]
          out.gradWeights[layer][i, j] += regularization * w[i, j]
        }
      }
    }
    return out
  }

  func dropoutLoss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], keepProbability: Double,
    seed: UInt32
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    var masks: [Matrix] = []
    for w in weights.dropLast() {
      var random = RandomState(seed: seed)
      var mask = Matrix()
      for _ in 0..<x.shape[0] {
        mask.append(
          (0..<w.shape[1]).map { _ in random.rand(1)[0] < keepProbability ? 1 / keepProbability : 0 })
      }
      masks.append(mask)
    }
    return learn(x, labels, weights, biases, masks)
  }

  func learn(
    _ x: Tensor, _ labels: [Int], _ weights: [Tensor], _ biases: [Tensor], _ masks: [Matrix]
  ) -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    let net = Net(weights, biases)
    var gradW = net.w.map { $0.map { $0.map { _ in 0.0 } } }
    var gradB = net.b.map { $0.map { _ in 0.0 } }
    var loss = 0.0
    for (n, x) in rows(x).enumerated() {
      let mask = masks.map { $0[n] }
      let all = net.run(x, mask)
      let scores = all[net.w.count]
      let largest = scores.max()!
      let sum = scores.reduce(0) { $0 + exp($1 - largest) }
      loss += log(sum) + largest - scores[labels[n]]
      var delta = scores.map { exp($0 - largest) / sum }
      delta[labels[n]] -= 1
      for layer in (0..<net.w.count).reversed() {
        let h = all[layer]
        var before = h.map { _ in 0.0 }
        for i in 0..<h.count {
          for j in 0..<delta.count {
            gradW[layer][i][j] += h[i] * delta[j]
            before[i] += net.w[layer][i][j] * delta[j]
          }
          if layer > 0 {
            if h[i] == 0 { before[i] = 0 } else if !mask.isEmpty { before[i] *= mask[layer - 1][i] }
          }
        }
        for j in 0..<delta.count { gradB[layer][j] += delta[j] }
        delta = before
      }
    }
    let n = Double(labels.count)
    return (loss / n, gradW.map { Tensor($0) / n }, gradB.map { Tensor($0) / n })
  }

  func predict(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> [Int] {
    let net = Net(weights, biases)
    return rows(x).map { row in
      let scores = net.run(row, [])[net.w.count]
      return scores.firstIndex(of: scores.max()!)!
    }
  }

  func train(
    x: Tensor, labels: [Int], validationX: Tensor, validationLabels: [Int],
    weights: [Tensor], biases: [Tensor], settings: SolverSettings, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], lossHistory: [Double], validationAccuracies: [Double]
  ) {
    var parameters = weights + biases
    var velocities = parameters.map { 0 * $0 }
    var best = parameters
    var (losses, accuracies, top) = ([Double](), [Double](), -1.0)
    let (layers, samples) = (weights.count, labels.count)
    let perEpoch = samples >= settings.batchSize ? samples / settings.batchSize : 1
    var rate = settings.learningRate
    for _ in 0..<settings.epochs {
      for iteration in 0..<perEpoch {
        let batch = random.randint(below: samples, count: settings.batchSize)
        let out = try loss(
          x: Tensor(batch.map { x.row($0).scalars }), labels: batch.map { labels[$0] },
          weights: Array(parameters[..<layers]), biases: Array(parameters[layers...]),
          regularization: settings.regularization)
        losses.append(out.loss)
        for (k, g) in (out.gradWeights + out.gradBiases).enumerated() {
          let kept = settings.updateRule == .momentum ? settings.momentum : 0
          velocities[k] = kept * velocities[k] - rate * g
          parameters[k] += velocities[k]
        }
        guard losses.count == 1 || iteration == perEpoch - 1 else { continue }
        let guessed = try predict(
          x: validationX, weights: Array(parameters[..<layers]),
          biases: Array(parameters[layers...]))
        var right = 0.0
        for k in 0..<guessed.count where guessed[k] == validationLabels[k] { right += 1 }
        accuracies.append(right / Double(guessed.count))
        if right > top { (top, best) = (right, parameters) }
      }
      rate *= settings.learningRateDecay
    }
    return (Array(best[..<layers]), Array(best[layers...]), losses, accuracies)
  }
}
