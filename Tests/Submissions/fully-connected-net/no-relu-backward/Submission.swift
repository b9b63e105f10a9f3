import Coursework

struct Submission: FullyConnectedNetCoursework {
  func initialize(
    sizes: [Int], scale: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor]) {
    var weights: [Tensor] = []
    var biases: [Tensor] = []
    for layer in 1..<sizes.count {
      weights.append(scale * random.randn(sizes[layer - 1], sizes[layer]))
      biases.append(.zeros(sizes[layer]))
    }
    return (weights, biases)
  }

  func loss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], regularization: Double
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    var out = pass(x, labels, weights, biases, masks: nil)
    for (layer, w) in weights.enumerated() {
      out.loss += 0.5 * regularization * (w * w).sum()
      out.gradWeights[layer] += regularization * w
    }
    return out
  }

  func dropoutLoss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], keepProbability: Double,
    seed: UInt32
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    let masks = weights.dropLast().map { w in
      var random = RandomState(seed: seed)
      return (random.rand(x.shape[0], w.shape[1]) .< keepProbability) / keepProbability
    }
    return pass(x, labels, weights, biases, masks: masks)
  }

  func predict(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> [Int] {
    forward(x, weights, biases, masks: nil).scores.argmax(axis: 1)
  }

  func train(
    x: Tensor, labels: [Int], validationX: Tensor, validationLabels: [Int],
    weights: [Tensor], biases: [Tensor], settings: SolverSettings, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], lossHistory: [Double], validationAccuracies: [Double]
  ) {
    var (weights, biases, rate) = (weights, biases, settings.learningRate)
    var weightVelocities = weights.map { Tensor.zeros(shape: $0.shape) }
    var biasVelocities = biases.map { Tensor.zeros(shape: $0.shape) }
    var best = (accuracy: -1.0, weights: weights, biases: biases)
    var lossHistory: [Double] = []
    var accuracies: [Double] = []
    let epoch = max(x.shape[0] / settings.batchSize, 1)
    for iteration in 1...settings.epochs * epoch {
      let rows = random.choice(x.shape[0], count: settings.batchSize)
      let out = try loss(
        x: x.rows(at: rows), labels: rows.map { labels[$0] }, weights: weights, biases: biases,
        regularization: settings.regularization)
      lossHistory.append(out.loss)
      for layer in weights.indices {
        step(&weights[layer], &weightVelocities[layer], out.gradWeights[layer], rate, settings)
        step(&biases[layer], &biasVelocities[layer], out.gradBiases[layer], rate, settings)
      }
      let isEnd = iteration % epoch == 0
      if isEnd { rate *= settings.learningRateDecay }
      if iteration == 1 || isEnd {
        let predicted = try predict(x: validationX, weights: weights, biases: biases)
        let hits = zip(predicted, validationLabels).filter { $0 == $1 }.count
        accuracies.append(Double(hits) / Double(validationLabels.count))
        if accuracies[accuracies.count - 1] > best.accuracy {
          best = (accuracies[accuracies.count - 1], weights, biases)
        }
      }
    }
    return (best.weights, best.biases, lossHistory, accuracies)
  }

  private func step(
    _ w: inout Tensor, _ v: inout Tensor, _ g: Tensor, _ rate: Double, _ settings: SolverSettings
  ) {
    switch settings.updateRule {
    case .sgd:
      w -= rate * g
    case .momentum:
      v = settings.momentum * v - rate * g
      w += v
    }
  }

  private func forward(
    _ x: Tensor, _ weights: [Tensor], _ biases: [Tensor], masks: [Tensor]?
  ) -> (scores: Tensor, inputs: [Tensor], sums: [Tensor]) {
    var (inputs, sums) = ([x], [Tensor]())
    for layer in weights.indices {
      let z = inputs[layer].matmul(weights[layer]) + biases[layer]
      sums.append(z)
      guard layer < weights.count - 1 else { break }
      var h = z.maximum(0)
      if let masks { h *= masks[layer] }
      inputs.append(h)
    }
    return (sums[sums.count - 1], inputs, sums)
  }

  private func pass(
    _ x: Tensor, _ labels: [Int], _ weights: [Tensor], _ biases: [Tensor], masks: [Tensor]?
  ) -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    let (scores, inputs, sums) = forward(x, weights, biases, masks: masks)
    let n = Double(x.shape[0])
    let shifted = scores - scores.max(axis: 1, keepingDimension: true)
    let logs = shifted - shifted.exp().sum(axis: 1, keepingDimension: true).log()
    var (loss, grad) = (0.0, logs.exp() / n)
    for (i, y) in labels.enumerated() {
      loss -= logs[i, y] / n
      grad[i, y] -= 1 / n
    }
    var (gradWeights, gradBiases) = (weights, biases)
    for layer in weights.indices.reversed() {
      gradWeights[layer] = inputs[layer].transposed().matmul(grad)
      gradBiases[layer] = grad.sum(axis: 0)
      guard layer > 0 else { break }
      grad = grad.matmul(weights[layer].transposed())
      if let masks { grad *= masks[layer - 1] }
    }
    return (loss, gradWeights, gradBiases)
  }
}
