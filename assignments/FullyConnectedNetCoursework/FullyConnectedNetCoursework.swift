import Coursework

/// A fully-connected ReLU net of any depth, with dropout and a solver: the contract of the assignment
/// `fully-connected-net`.
///
/// A net has L layers of weights, of which every layer but the last is followed by a ReLU:
///
/// ```
/// h₀ = x        z_l = h_{l−1}·w_l + b_l        h_l = max(0, z_l) for l < L        scores = z_L
/// ```
///
/// The loss is softmax with cross-entropy of the scores. Rows are samples: x is (N, D), the scores
/// are (N, C). `weights` holds w₁ to w_L and `biases` b₁ to b_L, in this order; w_l is (inputs,
/// outputs) of its layer, and b_l (outputs). L is at least 2.
///
/// The methods change nothing in place but the generator that they are given, and remember nothing
/// between calls.
public protocol FullyConnectedNetCoursework: Contract {
  /// Draws the first weights of a net; biases begin at 0.
  ///
  /// ```
  /// w_l = scale · random.randn(sizes[l − 1], sizes[l])        b_l = 0
  /// ```
  ///
  /// Layer by layer from the first to the last, all from the one generator, which moves on; nothing
  /// else is drawn.
  ///
  /// - Parameters:
  ///   - sizes: D, the sizes of the hidden layers, and C: L + 1 numbers.
  ///   - scale: The standard deviation of the weights.
  ///   - random: Where the chance comes from.
  /// - Returns: L weights, (sizes[l − 1], sizes[l]), and L biases, (sizes[l]).
  /// - Throws: `NotImplemented` until it is written.
  func initialize(
    sizes: [Int], scale: Double, random: inout RandomState
  ) throws -> (weights: [Tensor], biases: [Tensor])

  /// The loss of a net of any depth, and its gradients.
  ///
  /// ```
  /// p_ij = exp(s_ij) / Σₖ exp(s_ik)
  /// loss = −1/N · Σᵢ log p_iy + λ/2 · Σ_l Σ w_l²
  /// ```
  ///
  /// y is the label of sample i, s the scores. The penalty is on the weights of every layer, and on
  /// no bias. The slope of the ReLU is 1 above 0 and 0 elsewhere.
  ///
  /// - Parameters:
  ///   - x: The samples, (N, D).
  ///   - labels: The right classes, N whole numbers from 0 to C − 1.
  ///   - weights: w₁ to w_L.
  ///   - biases: b₁ to b_L.
  ///   - regularization: λ, at least 0.
  /// - Returns: The loss, and its gradients by each of the weights and biases, in their order and
  ///   shapes.
  /// - Throws: `NotImplemented` until it is written.
  func loss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], regularization: Double
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor])

  /// The loss of a net with inverted dropout after every ReLU, and its gradients, without penalty.
  ///
  /// ```
  /// mask_l = 1/p where u < p, else 0        h_l = max(0, z_l) · mask_l for l < L
  /// ```
  ///
  /// p is the probability to keep. Every dropout layer draws its u from a generator of its own, made
  /// anew from the one seed: u is `random.rand(N, H)` of a fresh `RandomState(seed: seed)`, where the
  /// layer has H outputs. So a call can be repeated, and its gradient checked. Neither x nor the
  /// scores are dropped.
  ///
  /// - Parameters:
  ///   - x: The samples, (N, D).
  ///   - labels: The right classes, N whole numbers from 0 to C − 1.
  ///   - weights: w₁ to w_L.
  ///   - biases: b₁ to b_L.
  ///   - keepProbability: p, above 0 and at most 1.
  ///   - seed: What the generator of every dropout layer is made from.
  /// - Returns: The loss, and its gradients by each of the weights and biases, for these masks.
  /// - Throws: `NotImplemented` until it is written.
  func dropoutLoss(
    x: Tensor, labels: [Int], weights: [Tensor], biases: [Tensor], keepProbability: Double,
    seed: UInt32
  ) throws -> (loss: Double, gradWeights: [Tensor], gradBiases: [Tensor])

  /// The class with the highest score for each sample; nothing is dropped.
  ///
  /// - Parameters:
  ///   - x: The samples, (N, D).
  ///   - weights: w₁ to w_L.
  ///   - biases: b₁ to b_L.
  /// - Returns: N whole numbers from 0 to C − 1; of equal scores the first class.
  /// - Throws: `NotImplemented` until it is written.
  func predict(x: Tensor, weights: [Tensor], biases: [Tensor]) throws -> [Int]

  /// Trains a net on mini-batches and keeps what did best on the validation data.
  ///
  /// With n = max(N / batchSize, 1), rounded down, there are epochs · n iterations. Each does this,
  /// in this order:
  ///
  /// 1. Draw the rows of the batch, some of them more than once: `random.choice(N, count:
  ///    batchSize)`. Nothing else is drawn.
  /// 2. Add the loss of the batch, with its penalty, to `lossHistory`.
  /// 3. Move every weight and bias along its gradient g, with the learning rate η. By `.sgd` w' = w −
  ///    η·g; by `.momentum` v' = μ·v − η·g and w' = w + v', where every v begins at 0.
  /// 4. After every n-th iteration, the end of an epoch, multiply η by the decay.
  /// 5. After the first iteration and after every n-th, add the accuracy on the validation data, the
  ///    share of right predictions, to `validationAccuracies`. If it is higher than all before it,
  ///    remember the weights and biases.
  ///
  /// What was remembered last is returned, so of equal accuracies the earliest.
  ///
  /// - Parameters:
  ///   - x: The samples to learn from, (N, D).
  ///   - labels: Their classes, N whole numbers from 0 to C − 1.
  ///   - validationX: Other samples, (V, D).
  ///   - validationLabels: Their classes, V whole numbers.
  ///   - weights: w₁ to w_L before the first step.
  ///   - biases: b₁ to b_L before the first step.
  ///   - settings: The update rule and its numbers.
  ///   - random: Where the batches come from.
  /// - Returns: The best weights and biases; a loss for each iteration; the accuracies, from 0 to 1.
  /// - Throws: `NotImplemented` until it is written.
  func train(
    x: Tensor, labels: [Int], validationX: Tensor, validationLabels: [Int],
    weights: [Tensor], biases: [Tensor], settings: SolverSettings, random: inout RandomState
  ) throws -> (
    weights: [Tensor], biases: [Tensor], lossHistory: [Double], validationAccuracies: [Double]
  )
}

/// What moves the weights of a net along their gradients.
public enum SolverUpdateRule: String, Sendable {
  /// Gradient descent: w' = w − η·g.
  case sgd
  /// Gradient descent with momentum in its classic form: v' = μ·v − η·g, w' = w + v'.
  case momentum
}

/// How a solver trains a net.
public struct SolverSettings: Sendable {
  /// What moves the weights.
  public let updateRule: SolverUpdateRule
  /// η in the first epoch.
  public let learningRate: Double
  /// What η is multiplied by after each epoch.
  public let learningRateDecay: Double
  /// μ, which only `.momentum` uses.
  public let momentum: Double
  /// λ of the loss.
  public let regularization: Double
  /// How many rows a batch has; there may be fewer samples than that.
  public let batchSize: Int
  /// How often about as many rows are drawn as there are samples.
  public let epochs: Int

  /// Settings with these numbers.
  public init(
    updateRule: SolverUpdateRule, learningRate: Double, learningRateDecay: Double,
    momentum: Double, regularization: Double, batchSize: Int, epochs: Int
  ) {
    self.updateRule = updateRule
    self.learningRate = learningRate
    self.learningRateDecay = learningRateDecay
    self.momentum = momentum
    self.regularization = regularization
    self.batchSize = batchSize
    self.epochs = epochs
  }
}

extension FullyConnectedNetCoursework {
  /// Answers a question by calling the method of its name.
  ///
  /// Weights and biases travel as `w1`, `b1`, `w2`, `b2` and so on, one pair for each layer; their
  /// gradients as `gradW1`, `gradB1` and so on.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "initialize":
      var random = try question.randomState("random")
      let out = try initialize(
        sizes: question.wholeNumbers("sizes"), scale: question.number("scale"), random: &random)
      return Answer(layers: out.weights, out.biases, named: "w", "b")
    case "loss":
      let layers = try question.layers()
      let out = try loss(
        x: question.tensor("x"), labels: question.wholeNumbers("labels"),
        weights: layers.weights, biases: layers.biases,
        regularization: question.number("regularization"))
      return Answer(layers: out.gradWeights, out.gradBiases, named: "gradW", "gradB")
        .merging(["loss": .number(out.loss)]) { $1 }
    case "dropoutLoss":
      let layers = try question.layers()
      let out = try dropoutLoss(
        x: question.tensor("x"), labels: question.wholeNumbers("labels"),
        weights: layers.weights, biases: layers.biases,
        keepProbability: question.number("keepProbability"),
        seed: UInt32(question.wholeNumber("seed")))
      return Answer(layers: out.gradWeights, out.gradBiases, named: "gradW", "gradB")
        .merging(["loss": .number(out.loss)]) { $1 }
    case "predict":
      let layers = try question.layers()
      let labels = try predict(
        x: question.tensor("x"), weights: layers.weights, biases: layers.biases)
      return ["labels": .tensor(Tensor(labels.map(Double.init)))]
    case "train":
      let layers = try question.layers()
      var random = try question.randomState("random")
      let out = try train(
        x: question.tensor("x"), labels: question.wholeNumbers("labels"),
        validationX: question.tensor("validationX"),
        validationLabels: question.wholeNumbers("validationLabels"),
        weights: layers.weights, biases: layers.biases, settings: question.settings(),
        random: &random)
      return Answer(layers: out.weights, out.biases, named: "w", "b").merging([
        "lossHistory": .tensor(Tensor(out.lossHistory)),
        "validationAccuracies": .tensor(Tensor(out.validationAccuracies)),
      ]) { $1 }
    default:
      throw BadQuestion(name: question.name)
    }
  }
}

extension Answer {
  /// Arrays for each layer under names with the layer's number, such as `w1`.
  fileprivate init(
    layers weights: [Tensor], _ biases: [Tensor], named weight: String, _ bias: String
  ) {
    self.init()
    for (layer, tensor) in zip(1..., weights) { self["\(weight)\(layer)"] = .tensor(tensor) }
    for (layer, tensor) in zip(1..., biases) { self["\(bias)\(layer)"] = .tensor(tensor) }
  }
}

extension Question {
  /// The weights and biases, as many as there are.
  fileprivate func layers() throws -> (weights: [Tensor], biases: [Tensor]) {
    let numbers = (1...).prefix { inputs["w\($0)"] != nil }
    return (try numbers.map { try tensor("w\($0)") }, try numbers.map { try tensor("b\($0)") })
  }

  /// How to train, from inputs of the same names.
  ///
  /// - Throws: `BadQuestion` when one is missing or there is no such update rule.
  fileprivate func settings() throws -> SolverSettings {
    guard let rule = SolverUpdateRule(rawValue: try text("updateRule")) else {
      throw BadQuestion(name: name, reason: "has an update rule that is neither sgd nor momentum")
    }
    return SolverSettings(
      updateRule: rule, learningRate: try number("learningRate"),
      learningRateDecay: try number("learningRateDecay"), momentum: try number("momentum"),
      regularization: try number("regularization"), batchSize: try wholeNumber("batchSize"),
      epochs: try wholeNumber("epochs"))
  }
}
