import NumPyRandom
import NumericChecks
import Reference
import Tensors

/// One net of the cells about `FullyConnectedNet`, 15-20-30-10, with what the course computes for it.
struct FullyConnectedCell: Sendable {
  /// The nets without dropout, by λ: one stream from seed 231 for the samples and all weights.
  static let regularized: [Double: FullyConnectedCell] = {
    var random = RandomState(seed: 231)
    let (x, labels) = samples(&random)
    var cells: [Double: FullyConnectedCell] = [:]
    for regularization in [0, 3.14] {
      cells[regularization] = FullyConnectedCell(x: x, labels: labels, random: &random) {
        reference.loss(
          x: x, labels: labels, weights: $0, biases: $1, regularization: regularization)
      }
    }
    return cells
  }()

  /// The nets with dropout, by the probability to keep.
  ///
  /// Every dropout layer seeds the one generator of NumPy anew, so that the weights of the last net
  /// come from what these calls have left.
  static let dropped: [Double: FullyConnectedCell] = {
    var random = RandomState(seed: 231)
    let (x, labels) = samples(&random)
    _ = FullyConnectedCell.weights(&random)
    var cells: [Double: FullyConnectedCell] = [:]
    for p in [0.75, 0.5] {
      cells[p] = FullyConnectedCell(x: x, labels: labels, random: &random) {
        reference.dropoutLoss(
          x: x, labels: labels, weights: $0, biases: $1, keepProbability: p, seed: 123)
      }
      random = RandomState(seed: 123)
      _ = random.rand(2, 30)
    }
    return cells
  }()

  /// The weights of the regularisation experiment and its first batch.
  static let experiment: (weights: [Tensor], batch: Tensor) = {
    var random = RandomState(seed: 231)
    let net = reference.initialize(sizes: [3072, 500, 10], scale: 1e-2, random: &random)
    return (net.weights, Tensor(random.choice(500, count: 100).map(Double.init)))
  }()

  /// Where there is no such net.
  static let none = FullyConnectedCell()

  let w1: Tensor
  let loss: Tensor
  /// Analytic gradients by W1, b1 and so on.
  let gradients: [String: Tensor]
  /// Of each gradient, beside central differences.
  let errors: [String: Tensor]

  private static let reference = FullyConnectedNetCourseworkReference()
  private typealias Loss =
    (_ weights: [Tensor], _ biases: [Tensor]) -> (
      loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]
    )

  private init() {
    (w1, loss, gradients, errors) = (Tensor(.nan), Tensor(.nan), [:], [:])
  }

  private init(x: Tensor, labels: [Int], random: inout RandomState, _ evaluate: Loss) {
    let (weights, biases) = Self.weights(&random)
    let out = evaluate(weights, biases)
    var (gradients, errors) = ([String: Tensor](), [String: Tensor]())
    for layer in weights.indices {
      let byW = CourseGradientCheck.numericalGradient(
        of: { evaluate(weights.with($0, at: layer), biases).loss }, at: weights[layer])
      let byB = CourseGradientCheck.numericalGradient(
        of: { evaluate(weights, biases.with($0, at: layer)).loss }, at: biases[layer])
      let found = [("W", out.gradWeights[layer], byW), ("b", out.gradBiases[layer], byB)]
      for (letter, exact, numerical) in found {
        let name = "\(letter)\(layer + 1)"
        gradients[name] = exact
        errors[name] = Tensor(CourseGradientCheck.relativeError(numerical, exact))
      }
    }
    (w1, loss) = (weights[0], Tensor(out.loss))
    (self.gradients, self.errors) = (gradients, errors)
  }

  private static func samples(_ random: inout RandomState) -> (x: Tensor, labels: [Int]) {
    (random.randn(2, 15), random.randint(below: 10, count: 2))
  }

  private static func weights(
    _ random: inout RandomState
  ) -> (weights: [Tensor], biases: [Tensor]) {
    reference.initialize(sizes: [15, 20, 30, 10], scale: 5e-2, random: &random)
  }
}

extension [Tensor] {
  fileprivate func with(_ tensor: Tensor, at place: Int) -> [Tensor] {
    var tensors = self
    tensors[place] = tensor
    return tensors
  }
}
