import Assignments
import Coursework

/// The contract's solver at work; other ways and mistakes replace some of its steps.
///
/// Parameters are the weights of all layers, then their biases. Iterations count from 1.
struct SolverRun: Sendable {
  let x, labels, validationX, validationLabels: Tensor
  /// The parameters before the first step.
  let start: [Tensor]
  let settings: SolverSettings

  /// The loss of a batch and its gradients by the parameters.
  var lossAndGradients: LossAndGradients
  /// The classes of some samples.
  var predict: Predict = { x, parameters in
    let layers = split(parameters)
    return FullyConnectedPass.scores(x: x, weights: layers.weights, biases: layers.biases)
      .argmax(axis: 1).map(Double.init)
  }
  /// The rows of a batch.
  var rows: @Sendable (_ samples: Int, _ size: Int, inout RandomState) -> [Int] = {
    $2.choice($0, count: $1)
  }
  /// One parameter and its velocity after a step.
  var move: Move
  /// How many iterations an epoch has.
  var epoch: Int
  /// After which iterations the learning rate decays, given the length of an epoch.
  var decays: @Sendable (_ iteration: Int, _ epoch: Int) -> Bool = { $0.isMultiple(of: $1) }
  /// After which iterations the accuracy is measured, given the length of an epoch.
  var measures: @Sendable (_ iteration: Int, _ epoch: Int) -> Bool = {
    $0 == 1 || $0.isMultiple(of: $1)
  }
  /// Whether an accuracy is better than the best before it.
  var isBetter: @Sendable (Double, Double) -> Bool = { $0 > $1 }
  /// Whether the best parameters are returned, or the last.
  var returnsBest = true
  /// Whether the loss is that of the parameters before the step, or after it.
  var recordsBeforeStep = true
  /// Whether the accuracy is that on the validation data, or on the data to learn from.
  var measuresOnValidation = true

  typealias LossAndGradients =
    @Sendable (_ x: Tensor, _ labels: Tensor, _ parameters: [Tensor]) -> (Double, [Tensor])
  typealias Predict = @Sendable (_ x: Tensor, _ parameters: [Tensor]) -> [Double]
  typealias Move =
    @Sendable (_ w: Tensor, _ v: Tensor, _ gradient: Tensor, _ rate: Double) -> (
      w: Tensor, v: Tensor
    )

  init(
    x: Tensor, labels: Tensor, validationX: Tensor, validationLabels: Tensor, start: [Tensor],
    settings: SolverSettings
  ) {
    self.x = x
    self.labels = labels
    self.validationX = validationX
    self.validationLabels = validationLabels
    self.start = start
    self.settings = settings
    lossAndGradients = Self.lossAndGradients(regularization: settings.regularization)
    move = Self.move(settings)
    epoch = max(x.shape[0] / settings.batchSize, 1)
  }

  /// What comes out of a run.
  struct Outcome: Sendable {
    var parameters: [Tensor]
    var lossHistory: [Double] = []
    var validationAccuracies: [Double] = []
  }

  /// Trains from the start to the end.
  func outcome(random: inout RandomState) -> Outcome {
    outcome(random: &random, lossAndGradients: lossAndGradients, predict: predict)
  }

  /// The same with the losses and predictions of somebody else.
  func outcome<E: Error>(
    random: inout RandomState,
    lossAndGradients: (_ x: Tensor, _ labels: Tensor, _ parameters: [Tensor]) throws(E) -> (
      Double, [Tensor]
    ),
    predict: (_ x: Tensor, _ parameters: [Tensor]) throws(E) -> [Double]
  ) throws(E) -> Outcome {
    var (parameters, rate, best) = (start, settings.learningRate, -1.0)
    var velocities = start.map { Tensor.zeros(shape: $0.shape) }
    var out = Outcome(parameters: start)
    for iteration in 1...max(1, settings.epochs * epoch) {
      let batch = rows(x.shape[0], settings.batchSize, &random)
      let (batchX, batchLabels) = (x.rows(at: batch), labels.rows(at: batch))
      let (loss, gradients) = try lossAndGradients(batchX, batchLabels, parameters)
      for place in parameters.indices {
        (parameters[place], velocities[place]) = move(
          parameters[place], velocities[place], gradients[place], rate)
      }
      out.lossHistory.append(
        recordsBeforeStep ? loss : try lossAndGradients(batchX, batchLabels, parameters).0)
      if decays(iteration, epoch) { rate *= settings.learningRateDecay }
      guard measures(iteration, epoch) else { continue }
      let judged = measuresOnValidation ? (validationX, validationLabels) : (x, labels)
      let accuracy = (Tensor(try predict(judged.0, parameters)) .== judged.1).mean()
      out.validationAccuracies.append(accuracy)
      guard isBetter(accuracy, best) else { continue }
      best = accuracy
      out.parameters = parameters
    }
    if !returnsBest { out.parameters = parameters }
    return out
  }
}

// MARK: - Right steps

extension SolverRun {
  /// Weights and biases from all parameters.
  static func split(_ parameters: [Tensor]) -> (weights: [Tensor], biases: [Tensor]) {
    let layers = parameters.count / 2
    return (Array(parameters.prefix(layers)), Array(parameters.suffix(layers)))
  }

  static func lossAndGradients(regularization: Double) -> LossAndGradients {
    { x, labels, parameters in
      let layers = split(parameters)
      let out = FullyConnectedPass.lossAndGradients(
        x: x, labels: labels, weights: layers.weights, biases: layers.biases,
        regularization: Tensor(regularization))
      return (out.loss.scalar, out.weights + out.biases)
    }
  }

  private static func move(_ settings: SolverSettings) -> Move {
    switch settings.updateRule {
    case .sgd:
      return { w, v, gradient, rate in
        (GradientDescent.step(w: w, gradient: gradient, learningRate: Tensor(rate)), v)
      }
    case .momentum:
      return { w, v, gradient, rate in
        Momentum.classic(
          w: w, v: v, gradient: gradient, learningRate: Tensor(rate),
          momentum: Tensor(settings.momentum))
      }
    }
  }
}

// MARK: - From a question

extension SolverRun {
  init(_ question: Question) throws {
    let net = try DeepNetCall(question)
    self.init(
      x: net.x, labels: net.labels, validationX: try question.tensor("validationX"),
      validationLabels: try question.tensor("validationLabels"),
      start: net.weights + net.biases,
      settings: SolverSettings(
        updateRule: SolverUpdateRule(rawValue: try question.text("updateRule")) ?? .sgd,
        learningRate: try question.number("learningRate"),
        learningRateDecay: try question.number("learningRateDecay"),
        momentum: try question.number("momentum"),
        regularization: try question.number("regularization"),
        batchSize: try question.wholeNumber("batchSize"),
        epochs: try question.wholeNumber("epochs")))
  }
}

extension SolverRun.Outcome {
  /// By the contract's names.
  var named: [String: Tensor] {
    let layers = SolverRun.split(parameters)
    var named = [
      "lossHistory": Tensor(lossHistory), "validationAccuracies": Tensor(validationAccuracies),
    ]
    for (layer, w) in zip(1..., layers.weights) { named["w\(layer)"] = w }
    for (layer, b) in zip(1..., layers.biases) { named["b\(layer)"] = b }
    return named
  }
}
