import Coursework

struct Submission: DenseClassifierCoursework {
  /// relu, relu, softmax.
  ///
  /// x is (N, D), w1 (D, H1), w2 (H1, H2), w3 (H2, C), each bias one row of its layer.
  func forward(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor
  ) throws -> (hidden1: Tensor, hidden2: Tensor, probabilities: Tensor) {
    throw NotImplemented()
  }

  /// Weights and biases of each layer, and their sum; sizes such as [784, 512, 256, 10].
  func parameterCounts(sizes: [Int]) throws -> (layers: [Int], total: Int) {
    throw NotImplemented()
  }

  /// mask = 1/(1 − rate) where uniforms ≥ rate, else 0; out = h · mask; all are (N, H).
  func dropout(h: Tensor, rate: Double, uniforms: Tensor) throws -> (out: Tensor, mask: Tensor) {
    throw NotImplemented()
  }

  /// −1/N · Σ log p_iy + λ·(Σ w1² + Σ w2²) with dropout, and its gradients.
  ///
  /// mask1 is (N, H1) and mask2 (N, H2); the gradients have the shapes of what they are by.
  func lossAndGradients(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, mask1: Tensor, mask2: Tensor, regularization: Double
  ) throws -> (
    loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor,
    gradW3: Tensor, gradB3: Tensor
  ) {
    throw NotImplemented()
  }

  /// The same loss without dropout, and the share of samples that are rightly classified.
  func evaluate(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    w3: Tensor, b3: Tensor, regularization: Double
  ) throws -> (loss: Double, accuracy: Double) {
    throw NotImplemented()
  }

  /// m' and v' as usual, η' = η·√(1 − β₂ᵗ')/(1 − β₁ᵗ'), w' = w − η'·m'/(√v' + ε), t' = t + 1.
  func adamStep(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int) {
    throw NotImplemented()
  }

  /// The last epoch that is trained and the best one, from 1, and the value of the latter.
  func earlyStopping(
    values: [Double], mode: MonitorMode, patience: Int
  ) throws -> (stopped: Int, best: Int, restored: Double) {
    throw NotImplemented()
  }

  /// How many batches train in one epoch, and how many validate.
  func stepCounts(
    samples: Int, batchSize: Int, validationSplit: Double
  ) throws -> (train: Int, validation: Int) {
    throw NotImplemented()
  }
}
