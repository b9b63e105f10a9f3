import Coursework

struct Submission: FaceNetCoursework {
  /// w1 and w2 are normal numbers times 0.1, w3 times 0.01, drawn in this order; biases are 0.
  ///
  /// w1 (D, H₁), w2 (H₁, H₂), w3 (H₂, C); D is `inputs`, H₁ and H₂ are in `hidden`, C is `outputs`.
  func initialize(
    inputs: Int, hidden: [Int], outputs: Int, random: inout RandomState
  ) throws -> FaceNetParameters {
    throw NotImplemented()
  }

  /// z1 = x·w1 + b1, h1 = max(0, z1), z2 = h1·w2 + b2, h2 = max(0, z2), y = h2·w3 + b3.
  ///
  /// x is (N, D), z1 and h1 are (N, H₁), z2 and h2 (N, H₂), y is (N, C).
  func forward(
    parameters: FaceNetParameters, x: Tensor
  ) throws -> (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor) {
    throw NotImplemented()
  }

  /// The gradients by all six parameters, from err, the gradient by y, (N, C).
  func backward(
    parameters: FaceNetParameters, x: Tensor, err: Tensor
  ) throws -> FaceNetParameters {
    throw NotImplemented()
  }

  /// p_ij = exp(y_ij) / Σₖ exp(y_ik); y and p are (N, C).
  func softmax(y: Tensor) throws -> Tensor {
    throw NotImplemented()
  }

  /// The mean cross-entropy and the share of right predictions, over all N samples.
  ///
  /// x is (N, D), targets are one-hot, (N, C); a batchSize of −1 means all in one batch.
  func evaluate(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, batchSize: Int
  ) throws -> (loss: Double, accuracy: Double) {
    throw NotImplemented()
  }

  /// The gradient of ½ Σ y² by the parameter of that name, at 20 elements that `random` shuffles
  /// to the front, from the backward pass and from differences of the loss.
  func checkGradient(
    parameters: FaceNetParameters, x: Tensor, name: String, step: Double,
    random: inout RandomState
  ) throws -> (elements: [Int], analytic: Tensor, numerical: Tensor) {
    throw NotImplemented()
  }

  /// Mini-batches with momentum; the handout says in which order the samples come and what is
  /// recorded.
  func train(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, validX: Tensor,
    validTargets: Tensor, learningRate: Double, momentum: Double, epochs: Int, batchSize: Int,
    random: inout RandomState
  ) throws -> (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double]) {
    throw NotImplemented()
  }

  /// The candidate whose validation loss after the last epoch is the smallest.
  ///
  /// The losses have a row for each candidate and a column for each epoch.
  func bestHyperParameter(
    candidates: [Double], trainLosses: Tensor, validLosses: Tensor
  ) throws -> Double {
    throw NotImplemented()
  }

  /// The numbers of the samples whose largest p is below the threshold, counted from 0.
  func lowConfidence(y: Tensor, threshold: Double) throws -> [Int] {
    throw NotImplemented()
  }
}
