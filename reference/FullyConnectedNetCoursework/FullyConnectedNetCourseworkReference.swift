import Assignments
import Coursework

/// The reference solution of `fully-connected-net`.
package struct FullyConnectedNetCourseworkReference: FullyConnectedNetCoursework {
  /// A solution; it keeps no state.
  package init() {}

  /// Each w is `scale · randn`, from the first layer to the last; each b is 0.
  package func initialize(
    sizes: [Int], scale: Double, random: inout RandomState
  ) -> (weights: [Tensor], biases: [Tensor]) {
    let layers = zip(sizes, sizes.dropFirst())
    return (
      layers.map { scale * random.randn($0, $1) }, sizes.dropFirst().map { Tensor.zeros($0) }
    )
  }

  /// The mean cross-entropy with `λ/2 · Σ w²` of every layer, and its gradients.
  package func loss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], regularization: Double
  ) -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    let out = FullyConnectedPass.lossAndGradients(
      x: x, labels: Self.tensor(labels), weights: weights, biases: biases,
      regularization: Tensor(regularization))
    return (out.loss.scalar, out.weights, out.biases)
  }

  /// The mean cross-entropy with dropout after every ReLU, and its gradients.
  package func dropoutLoss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], keepProbability: Double,
    seed: UInt32
  ) -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor]) {
    let masks = FullyConnectedPass.masks(
      samples: x.shape[0], hiddenSizes: weights.dropLast().map { $0.shape[1] },
      keepProbability: keepProbability, seed: seed)
    let out = FullyConnectedPass.lossAndGradients(
      x: x, labels: Self.tensor(labels), weights: weights, biases: biases, masks: masks)
    return (out.loss.scalar, out.weights, out.biases)
  }

  /// The place of the highest score in each row.
  package func predict(x: Tensor, weights: [Tensor], biases: [Tensor]) -> [Int] {
    FullyConnectedPass.scores(x: x, weights: weights, biases: biases).argmax(axis: 1)
  }

  /// What the solver remembers as best, and what it has seen on the way.
  package func train(
    x: Tensor, labels: [Int], validationX: Tensor, validationLabels: [Int],
    weights: [Tensor], biases: [Tensor], settings: SolverSettings, random: inout RandomState
  ) -> (
    weights: [Tensor], biases: [Tensor], lossHistory: [Double], validationAccuracies: [Double]
  ) {
    let run = SolverRun(
      x: x, labels: Self.tensor(labels), validationX: validationX,
      validationLabels: Self.tensor(validationLabels), start: weights + biases,
      settings: settings)
    let out = run.outcome(random: &random)
    return (
      Array(out.parameters.prefix(weights.count)), Array(out.parameters.dropFirst(weights.count)),
      out.lossHistory, out.validationAccuracies
    )
  }

  private static func tensor(_ labels: [Int]) -> Tensor { Tensor(labels.map(Double.init)) }
}
