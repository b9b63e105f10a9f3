import Assignments
import Coursework

/// The reference solution of `dense-classifier`.
package struct DenseClassifierCourseworkReference: DenseClassifierCoursework {
  /// A solution; it keeps no state.
  package init() {}

  // MARK: - The net

  /// relu, relu, softmax.
  package func forward(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, w3: Tensor, b3: Tensor
  ) -> (hidden1: Tensor, hidden2: Tensor, probabilities: Tensor) {
    let pass = Self.net(w1, b1, w2, b2, w3, b3).forward(x)
    return (pass.hidden1, pass.hidden2, ClassifierNet.softmax(pass.scores))
  }

  /// Weights and biases of each layer.
  package func parameterCounts(sizes: [Int]) -> (layers: [Int], total: Int) {
    let layers = zip(sizes, sizes.dropFirst()).map { ($0 + 1) * $1 }
    return (layers, layers.reduce(0, +))
  }

  /// `1 / (1 − rate)` where the uniform number is not below the rate.
  package func dropout(
    h: Tensor, rate: Double, uniforms: Tensor
  ) -> (out: Tensor, mask: Tensor) {
    let mask = Self.mask(rate: Tensor(rate), uniforms: uniforms)
    return (h * mask, mask)
  }

  /// The cross-entropy with L2 on the hidden layers' weights, and its gradients.
  package func lossAndGradients(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, mask1: Tensor, mask2: Tensor, regularization: Double
  ) -> (
    loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor,
    gradW3: Tensor, gradB3: Tensor
  ) {
    let out = Self.net(w1, b1, w2, b2, w3, b3).lossAndGradients(
      x: x, labels: Tensor(labels.map(Double.init)), mask1: mask1, mask2: mask2,
      regularization: Tensor(regularization))
    func output(_ name: String) -> Tensor { out[name] ?? .zeros(0) }
    return (
      output("loss").scalar, output("gradW1"), output("gradB1"), output("gradW2"),
      output("gradB2"), output("gradW3"), output("gradB3")
    )
  }

  /// The same loss without dropout, and the accuracy.
  package func evaluate(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, regularization: Double
  ) -> (loss: Double, accuracy: Double) {
    let out = Self.evaluate(
      Self.net(w1, b1, w2, b2, w3, b3), x: x, labels: Tensor(labels.map(Double.init)),
      regularization: Tensor(regularization))
    return (out.loss.scalar, out.accuracy.scalar)
  }

  private static func net(
    _ w1: Tensor, _ b1: Tensor, _ w2: Tensor, _ b2: Tensor, _ w3: Tensor, _ b3: Tensor
  ) -> ClassifierNet<Tensor> {
    let byName = ["w1": w1, "b1": b1, "w2": w2, "b2": b2, "w3": w3, "b3": b3]
    return ClassifierNet { byName[$0] ?? .zeros(0) }
  }

  // MARK: - Training

  /// One step of Adam, with the corrections folded into the learning rate.
  package func adamStep(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double
  ) -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    let new = Adam.foldedStep(
      w: w, gradient: gradW, m: m, v: v, t: Tensor(Double(t)),
      learningRate: Tensor(learningRate), beta1: Tensor(beta1), beta2: Tensor(beta2),
      epsilon: Tensor(epsilon))
    return (new.w, new.m, new.v, t + 1)
  }

  /// The epoch after which nothing was better for so long, and the best until then.
  package func earlyStopping(
    values: [Double], mode: MonitorMode, patience: Int
  ) -> (stopped: Int, best: Int, restored: Double) {
    var best = 0
    for (epoch, value) in values.enumerated() {
      if mode == .min ? value < values[best] : value > values[best] { best = epoch }
      if epoch - best >= patience { return (epoch + 1, best + 1, values[best]) }
    }
    return (values.count, best + 1, values[best])
  }

  /// Batches that train and that validate, the last of each maybe smaller.
  package func stepCounts(
    samples: Int, batchSize: Int, validationSplit: Double
  ) -> (train: Int, validation: Int) {
    let train = Int((Double(samples) * (1 - validationSplit)).rounded(.down))
    func batches(_ samples: Int) -> Int { (samples + batchSize - 1) / batchSize }
    return (batches(train), batches(samples - train))
  }
}

// MARK: - For any numbers

extension DenseClassifierCourseworkReference {
  /// The mask of a dropout layer; it does not depend on anything but the rate.
  static func mask<A: TensorAlgebra>(rate: A, uniforms: A) -> A {
    let isKept = A(constant: uniforms.value .>= rate.value)
    return isKept / (1 - rate)
  }

  /// `evaluate`; which samples are hits does not depend on anything.
  static func evaluate<A: TensorAlgebra>(
    _ net: ClassifierNet<A>, x: A, labels: A, regularization: A
  ) -> (loss: A, accuracy: A) {
    let scores = net.forward(x).scores
    let loss = SoftmaxLoss.lossAndGradient(scores: scores, labels: labels).loss
    let predictions = Tensor(scores.value.argmax(axis: 1).map(Double.init))
    let hits = A(constant: predictions .== labels.value)
    return (loss + net.penalty(regularization), hits.total() / Double(x.shape[0]))
  }
}
