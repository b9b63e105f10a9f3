import Assignments
import Coursework

/// The reference solution of `two-layer-net`.
package struct TwoLayerNetCourseworkReference: TwoLayerNetCoursework {
  /// A solution; it keeps no state.
  package init() {}

  package typealias Weights = (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor)
  package typealias Gradients = (
    loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor
  )

  /// `scale · randn` for w1 and then for w2; biases of 0.
  package func initialWeights(
    inputs: Int, hidden: Int, classes: Int, scale: Double, random: inout RandomState
  ) -> Weights {
    let w1 = scale * random.randn(inputs, hidden)
    let w2 = scale * random.randn(hidden, classes)
    return (w1, .zeros(hidden), w2, .zeros(classes))
  }

  // MARK: - Softmax net

  /// `max(0, x·W1 + b1)·W2 + b2`.
  package func softmaxNetScores(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
  ) -> Tensor {
    TwoLayerNet(x: x, w1: w1, b1: b1, w2: w2, b2: b2).scores
  }

  /// The cross-entropy with the penalty on both weights, and the gradients.
  package func softmaxNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) -> Gradients {
    let net = TwoLayerNet(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    return Self.numbers(
      net.lossAndGradients(
        labels: Self.tensor(labels), regularization: Tensor(regularization),
        SoftmaxLoss.lossAndGradient))
  }

  // MARK: - MSE net

  /// `max(0, x·W1ᵀ + b1)·W2ᵀ + b2`.
  package func mseNetScores(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
  ) -> Tensor {
    TwoLayerNet(x: x, w1: w1, b1: b1, w2: w2, b2: b2).turned.scores
  }

  /// Half the mean squared error with the penalty on both weights, and the gradients.
  package func mseNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) -> Gradients {
    let net = TwoLayerNet(x: x, w1: w1, b1: b1, w2: w2, b2: b2).turned
    return Self.numbers(
      net.lossAndGradients(
        labels: Self.tensor(labels), regularization: Tensor(regularization),
        SquaredError.lossAndGradient
      ).turned)
  }

  /// Plain gradient descent on batches drawn with replacement.
  package func trainMSENet(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    learningRate: Double, decay: Double, regularization: Double, iterations: Int, batchSize: Int,
    random: inout RandomState
  ) -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, losses: [Double]) {
    var (w1, b1, w2, b2) = (w1, b1, w2, b2)
    var rate = learningRate
    var losses: [Double] = []
    let epoch = Swift.max(labels.count / batchSize, 1)
    for iteration in 0..<iterations {
      let batch = random.choice(labels.count, count: batchSize)
      let out = mseNetLoss(
        x: x.rows(at: batch), labels: batch.map { labels[$0] }, w1: w1, b1: b1, w2: w2, b2: b2,
        regularization: regularization)
      losses.append(out.loss)
      let step = { (w: Tensor, gradient: Tensor) in
        GradientDescent.step(w: w, gradient: gradient, learningRate: Tensor(rate))
      }
      (w1, b1) = (step(w1, out.gradW1), step(b1, out.gradB1))
      (w2, b2) = (step(w2, out.gradW2), step(b2, out.gradB2))
      if iteration % epoch == 0 { rate *= decay }
    }
    return (w1, b1, w2, b2, losses)
  }

  /// The place of the highest score of each row.
  package func predict(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) -> [Int] {
    mseNetScores(x: x, w1: w1, b1: b1, w2: w2, b2: b2).argmax(axis: 1)
  }

  // MARK: - Support

  private static func tensor(_ labels: [Int]) -> Tensor { Tensor(labels.map(Double.init)) }

  private static func numbers(_ result: TwoLayerNet<Tensor>.Result) -> Gradients {
    (result.loss.scalar, result.gradW1, result.gradB1, result.gradW2, result.gradB2)
  }
}
