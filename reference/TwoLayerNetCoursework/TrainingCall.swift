import Coursework

/// A training run of the MSE net, of which single habits may be wrong.
struct TrainingCall: Sendable {
  let x, labels: Tensor
  let weights: Parameters
  let learningRate, decay, regularization: Double
  let iterations, batchSize: Int
  let random: RandomState

  /// Weights and biases as the contract has them, or the gradients by them.
  struct Parameters: Sendable {
    var w1, b1, w2, b2: Tensor

    /// `self + factor · other`.
    func adding(_ other: Parameters, times factor: Double) -> Parameters {
      Parameters(
        w1: w1 + factor * other.w1, b1: b1 + factor * other.b1, w2: w2 + factor * other.w2,
        b2: b2 + factor * other.b2)
    }
  }

  /// A batch with the weights that it meets.
  struct Batch: Sendable {
    let x, labels: Tensor
    let parameters: Parameters
    let regularization: Double

    /// The right loss and gradients.
    var result: (loss: Double, gradients: Parameters) {
      let net = TwoLayerNet(
        x: x, w1: parameters.w1, b1: parameters.b1, w2: parameters.w2, b2: parameters.b2
      ).turned
      let out = net.lossAndGradients(
        labels: labels, regularization: Tensor(regularization), SquaredError.lossAndGradient
      ).turned
      return (
        out.loss.scalar,
        Parameters(w1: out.gradW1, b1: out.gradB1, w2: out.gradW2, b2: out.gradB2)
      )
    }
  }

  init(_ question: Question) throws {
    x = try question.tensor("x")
    labels = try question.tensor("labels")
    weights = Parameters(
      w1: try question.tensor("w1"), b1: try question.tensor("b1"),
      w2: try question.tensor("w2"), b2: try question.tensor("b2"))
    learningRate = try question.number("learningRate")
    decay = try question.number("decay")
    regularization = try question.number("regularization")
    iterations = try question.wholeNumber("iterations")
    batchSize = try question.wholeNumber("batchSize")
    random = try question.randomState("random")
  }

  var samples: Int { labels.count }
  /// N/B, at least 1.
  var epoch: Int { max(samples / batchSize, 1) }
  /// The places of the first samples, as many as a batch has, from the beginning again at the end.
  var firstPlaces: [Int] { (0..<batchSize).map { $0 % samples } }

  // MARK: - Habits

  /// What somebody does in each iteration.
  struct Habits: Sendable {
    /// The places of the samples of the batch in iteration t.
    var batch: @Sendable (_ call: TrainingCall, _ random: inout RandomState, _ t: Int) -> [Int] = {
      call, random, _ in random.choice(call.samples, count: call.batchSize)
    }
    /// The places of its labels.
    var labels: @Sendable (_ call: TrainingCall, _ batch: [Int]) -> [Int] = { $1 }
    /// The weights after a step.
    var stepped: @Sendable (_ batch: Batch, _ rate: Double) -> Parameters = { batch, rate in
      batch.parameters.adding(batch.result.gradients, times: -rate)
    }
    /// Whether the learning rate is lowered after step t, by the length of an epoch.
    var lowers: @Sendable (_ t: Int, _ epoch: Int) -> Bool = { $0 % $1 == 0 }
    /// The loss that is noted, by the weights before and after the step.
    var noted: @Sendable (_ call: TrainingCall, _ batch: Batch, _ after: Parameters) -> Double = {
      _, batch, _ in batch.result.loss
    }
  }

  /// The results of somebody with these habits, by the names of the contract.
  func results(of habits: Habits) -> [String: Tensor] {
    var (parameters, random, rate) = (weights, random, learningRate)
    var losses: [Double] = []
    for t in 0..<iterations {
      let places = habits.batch(self, &random, t)
      let batch = Batch(
        x: x.rows(at: places), labels: labels.rows(at: habits.labels(self, places)),
        parameters: parameters, regularization: regularization)
      parameters = habits.stepped(batch, rate)
      losses.append(habits.noted(self, batch, parameters))
      if habits.lowers(t, epoch) { rate *= decay }
    }
    return [
      "w1": parameters.w1, "b1": parameters.b1, "w2": parameters.w2, "b2": parameters.b2,
      "losses": Tensor(losses),
    ]
  }
}
