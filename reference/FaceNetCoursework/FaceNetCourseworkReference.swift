import Assignments
import Coursework

/// The reference solution of `face-net`.
package struct FaceNetCourseworkReference: FaceNetCoursework {
  /// How many elements of a parameter are checked.
  static let checkedElements = 20

  /// A solution; it keeps no state.
  package init() {}

  /// Normal numbers times 0.1, 0.1 and 0.01, drawn layer by layer; biases are 0.
  package func initialize(
    inputs: Int, hidden: [Int], outputs: Int, random: inout RandomState
  ) -> FaceNetParameters {
    FaceNetParameters(
      w1: 0.1 * random.randn(inputs, hidden[0]), b1: .zeros(hidden[0]),
      w2: 0.1 * random.randn(hidden[0], hidden[1]), b2: .zeros(hidden[1]),
      w3: 0.01 * random.randn(hidden[1], outputs), b3: .zeros(outputs))
  }

  /// Affine, ReLU, affine, ReLU, affine.
  package func forward(
    parameters: FaceNetParameters, x: Tensor
  ) -> (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor) {
    FaceNet(parameters).forward(x)
  }

  /// The gradients by all parameters.
  package func backward(
    parameters: FaceNetParameters, x: Tensor, err: Tensor
  ) -> FaceNetParameters {
    FaceNet(parameters).backward(x, err: err).parameters
  }

  /// `exp(y_ij) / Σₖ exp(y_ik)`.
  package func softmax(y: Tensor) -> Tensor { CrossEntropy.logs(y).exp() }

  /// The mean cross-entropy and the share of hits; batches change neither.
  package func evaluate(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, batchSize: Int
  ) -> (loss: Double, accuracy: Double) {
    let (loss, accuracy) = FaceNet(parameters).evaluate(x, targets: targets)
    return (loss.scalar, accuracy.scalar)
  }

  /// The gradient of `½ Σ y²` at the first shuffled elements, twice.
  package func checkGradient(
    parameters: FaceNetParameters, x: Tensor, name: String, step: Double,
    random: inout RandomState
  ) -> (elements: [Int], analytic: Tensor, numerical: Tensor) {
    let elements = Self.elements(of: parameters[name].count, random: random)
    let (analytic, numerical) = Self.check(
      parameters, x, of: name, at: elements, step: step,
      forward: { forward(parameters: $0, x: $1).y },
      backward: { backward(parameters: $0, x: $1, err: $2) })
    return (elements, analytic, numerical)
  }

  /// Mini-batches of samples that are shuffled further in every epoch.
  package func train(
    parameters: FaceNetParameters, x: Tensor, targets: Tensor, validX: Tensor,
    validTargets: Tensor, learningRate: Double, momentum: Double, epochs: Int, batchSize: Int,
    random: inout RandomState
  ) -> (parameters: FaceNetParameters, trainLosses: [Double], validLosses: [Double]) {
    Self.train(
      parameters, x, targets, learningRate: learningRate, momentum: momentum, epochs: epochs,
      batchSize: batchSize, random: random, forward: { forward(parameters: $0, x: $1).y },
      softmax: softmax, backward: { backward(parameters: $0, x: $1, err: $2) },
      validate: {
        evaluate(
          parameters: $0, x: validX, targets: validTargets, batchSize: batchSize
        ).loss
      })
  }

  /// The value with the smallest number in the last column.
  package func bestHyperParameter(
    candidates: [Double], trainLosses: Tensor, validLosses: Tensor
  ) -> Double {
    let last = validLosses.column(validLosses.shape[1] - 1)
    return candidates[(-last).argmax()]
  }

  /// The rows whose largest p is below the threshold.
  package func lowConfidence(y: Tensor, threshold: Double) -> [Int] {
    let confidences = softmax(y: y).max(axis: 1)
    return (0..<confidences.count).filter { confidences[$0] < threshold }
  }
}
