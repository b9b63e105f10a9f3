import Coursework

struct Submission: TwoLayerNetCoursework {
  /// w1 = scale · random.randn(D, H), then w2 = scale · random.randn(H, C); biases are 0.
  ///
  /// w1 is (D, H), b1 (H), w2 (H, C), b2 (C), where D are the inputs.
  func initialWeights(
    inputs: Int, hidden: Int, classes: Int, scale: Double, random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
    throw NotImplemented()
  }

  /// s = max(0, x·W1 + b1)·W2 + b2.
  ///
  /// x is (N, D), w1 (D, H), b1 (H), w2 (H, C), b2 (C), and the scores (N, C).
  func softmaxNetScores(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
  ) throws -> Tensor {
    throw NotImplemented()
  }

  /// loss = −1/N · Σᵢ log p_iy + λ/2 · (Σ W1² + Σ W2²), p = softmax of each row of the scores.
  ///
  /// Shapes as in softmaxNetScores; labels are N numbers from 0 to C − 1.
  func softmaxNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    throw NotImplemented()
  }

  /// s = max(0, x·W1ᵀ + b1)·W2ᵀ + b2.
  ///
  /// x is (N, D), w1 (H, D), b1 (H), w2 (C, H), b2 (C), and the scores (N, C).
  func mseNetScores(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> Tensor {
    throw NotImplemented()
  }

  /// loss = 1/(2N) · Σ (s − Y)² + λ/2 · (Σ W1² + Σ W2²), Y = one-hot rows of the labels.
  ///
  /// Shapes as in mseNetScores; labels are N numbers from 0 to C − 1.
  func mseNetLoss(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    regularization: Double
  ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Tensor) {
    throw NotImplemented()
  }

  /// In iteration t: batch = random.choice(N, count: B), loss and gradients of the batch, a step.
  ///
  /// After iteration t the learning rate is multiplied by decay if t is divisible by N/B or B ≥ N.
  func trainMSENet(
    x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
    learningRate: Double, decay: Double, regularization: Double, iterations: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, losses: [Double]) {
    throw NotImplemented()
  }

  /// The label with the highest score of each row, from mseNetScores.
  func predict(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) throws -> [Int] {
    throw NotImplemented()
  }
}
