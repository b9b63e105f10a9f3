import Coursework
import Foundation

/// The loss of a net and its gradients in plain loops, one sample after another.
struct DeepNetLoops {
  private let call: DeepNetCall
  private let masks: [Tensor]
  private var loss = 0.0
  private var gradWeights, gradBiases: [Tensor]

  init(_ call: DeepNetCall) {
    self.call = call
    masks = call.seed == nil ? [] : call.masks
    gradWeights = call.weights.map { .zeros(shape: $0.shape) }
    gradBiases = call.biases.map { .zeros(shape: $0.shape) }
  }

  /// The right answer to `loss`, or to `dropoutLoss` where there are masks.
  func answer() -> Answer {
    var sums = self
    for sample in 0..<call.x.shape[0] { sums.add(sample) }
    sums.penalise()
    return FullyConnectedPass.Gradients(
      loss: Tensor(sums.loss), weights: sums.gradWeights, biases: sums.gradBiases
    ).named.mapValues { .tensor($0) }
  }

  // MARK: - One sample

  private mutating func add(_ sample: Int) {
    let units = forward(sample)
    let scores = units[call.depth]
    let powers = scores.map { exp($0 - (scores.max() ?? 0)) }
    let sum = powers.reduce(0, +)
    let label = Int(call.labels[sample])
    loss -= log(powers[label] / sum) / call.samples
    var delta = powers.map { $0 / sum / call.samples }
    delta[label] -= 1 / call.samples
    for layer in (0..<call.depth).reversed() {
      var below = [Double](repeating: 0, count: units[layer].count)
      for (j, d) in delta.enumerated() {
        gradBiases[layer][j] += d
        for (i, h) in units[layer].enumerated() {
          gradWeights[layer][i, j] += h * d
          below[i] += call.weights[layer][i, j] * d
        }
      }
      guard layer > 0 else { break }
      // A unit that was dropped is 0 as well, and its gradient with it.
      delta = below.indices.map { units[layer][$0] > 0 ? below[$0] * scale : 0 }
    }
  }

  /// What goes into each layer, and the scores.
  private func forward(_ sample: Int) -> [[Double]] {
    var units = [call.x.row(sample).scalars]
    for (layer, (w, b)) in zip(call.weights, call.biases).enumerated() {
      var z = b.scalars
      for j in z.indices {
        for (i, h) in units[layer].enumerated() { z[j] += h * w[i, j] }
        if layer < call.depth - 1 {
          z[j] = max(0, z[j]) * (masks.isEmpty ? 1 : masks[layer][sample, j])
        }
      }
      units.append(z)
    }
    return units
  }

  /// What an entry that is kept is multiplied by.
  private var scale: Double { masks.isEmpty ? 1 : 1 / call.keepProbability }

  // MARK: - Penalty

  private mutating func penalise() {
    for (layer, w) in call.weights.enumerated() {
      for i in 0..<w.shape[0] {
        for j in 0..<w.shape[1] {
          loss += call.regularization / 2 * w[i, j] * w[i, j]
          gradWeights[layer][i, j] += call.regularization * w[i, j]
        }
      }
    }
  }
}
