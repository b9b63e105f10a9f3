import Coursework
import Grading

extension TwoLayerNetCourseworkReference {
  /// Mistakes in `trainMSENet`; N samples, B in a batch, η the learning rate.
  static let trainingMisconceptions = trainingBatches + trainingSteps + trainingRates

  private static let training = WrongVariants(
    question: "trainMSENet", reference: { try TwoLayerNetCourseworkReference().answer($0) }
  ) { try TrainingCall($0) }
  private static let batchLines = "the lines that make a batch"
  private static let stepLines = "the lines that change the weights"
  private static let rateLine = "the line that multiplies the learning rate"

  private static func mistake(
    _ id: String, _ looksLike: String, why: String, where place: String,
    _ change: (inout TrainingCall.Habits) -> Void
  ) -> Misconception {
    var habits = TrainingCall.Habits()
    change(&habits)
    return training.mistake(id, looksLike, why: why, where: place) { [habits] in
      $0.results(of: habits)
    }
  }

  // MARK: - Batches

  private static let trainingBatches: [Misconception] = [
    mistake(
      "TR1", "you train on all samples in every step; no batches are drawn",
      why: "each step sees the B samples that random.choice(N, count: B) draws", where: batchLines
    ) { $0.batch = { call, _, _ in Array(0..<call.samples) } },
    mistake(
      "TR2", "no sample comes twice into your batches",
      why: "here a batch is drawn with replacement: random.choice(N, count: B)", where: batchLines
    ) {
      $0.batch = { call, random, _ in
        Array(random.permutation(call.samples).prefix(call.batchSize))
      }
    },
    mistake(
      "TR3", "every batch of yours is the first B samples",
      why: "each step sees the B samples that random.choice(N, count: B) draws", where: batchLines
    ) { $0.batch = { call, _, _ in call.firstPlaces } },
    mistake(
      "TR4", "your batches are the samples in their order, B after B",
      why: "each step sees the B samples that random.choice(N, count: B) draws", where: batchLines
    ) {
      $0.batch = { call, _, t in
        (0..<call.batchSize).map { (t * call.batchSize + $0) % call.samples }
      }
    },
    mistake(
      "TR5", "the batch is drawn once, before the loop: every step of yours sees the same one",
      why: "draw inside the loop, anew in every iteration", where: batchLines
    ) {
      $0.batch = { call, _, _ in
        var random = call.random
        return random.choice(call.samples, count: call.batchSize)
      }
    },
    mistake(
      "TR6", "your labels do not belong to the samples of the batch: they are the first B",
      why: "take samples and labels at the same places", where: batchLines
    ) { $0.labels = { call, _ in call.firstPlaces } },
  ]

  // MARK: - Steps

  private static let trainingSteps: [Misconception] = [
    mistake(
      "TR7", "your steps go uphill: you add η times the gradient",
      why: "the gradient points to more loss: w − η·gradW", where: stepLines
    ) { $0.stepped = { $0.parameters.adding($0.result.gradients, times: $1) } },
    mistake(
      "TR8", "your biases never change",
      why: "all four take a step: b1 and b2 as well", where: stepLines
    ) {
      $0.stepped = { batch, rate in
        let old = batch.parameters
        var new = old.adding(batch.result.gradients, times: -rate)
        (new.b1, new.b2) = (old.b1, old.b2)
        return new
      }
    },
    mistake(
      "TR9", "the hidden layer never changes: only the output layer takes steps",
      why: "all four take a step: w1 and b1 as well", where: stepLines
    ) {
      $0.stepped = { batch, rate in
        let old = batch.parameters
        var new = old.adding(batch.result.gradients, times: -rate)
        (new.w1, new.b1) = (old.w1, old.b1)
        return new
      }
    },
    mistake(
      "TR10", "the gradients are divided by B once more",
      why: "mseNetLoss of the batch already has its 1/N, and that N is B", where: stepLines
    ) {
      $0.stepped = { batch, rate in
        batch.parameters.adding(
          batch.result.gradients, times: -rate / Double(batch.labels.count))
      }
    },
    mistake(
      "TR11", "λ has no part in your training",
      why: "hand the regularization on to the loss of every batch", where: "the call of the loss"
    ) {
      $0.stepped = { $0.parameters.adding($0.unpenalised.result.gradients, times: -$1) }
      $0.noted = { _, batch, _ in batch.unpenalised.result.loss }
    },
    mistake(
      "TR12", "the hidden layer's gradients are computed with the new w2",
      why: "all four gradients belong to the weights before the step: compute them first",
      where: stepLines
    ) {
      $0.stepped = { batch, rate in
        let old = batch.parameters
        var new = old.adding(batch.result.gradients, times: -rate)
        let (gradW1, gradB1) = batch.hiddenGradients(throughW2: new.w2)
        (new.w1, new.b1) = (old.w1 - rate * gradW1, old.b1 - rate * gradB1)
        return new
      }
    },
  ]

  // MARK: - Rates and losses

  private static let trainingRates: [Misconception] = [
    mistake(
      "TR13", "your learning rate never changes",
      why: "multiply it by decay after each of the steps that the contract names", where: rateLine
    ) { $0.lowers = { _, _ in false } },
    mistake(
      "TR14", "your learning rate is lowered after every step",
      why: "it is lowered after step t if t is divisible by N/B", where: rateLine
    ) { $0.lowers = { _, _ in true } },
    mistake(
      "TR15", "your first decay comes at the end of the first N/B steps",
      why: "here it comes after step t if t is divisible by N/B, first of all after t = 0",
      where: rateLine
    ) { $0.lowers = { t, epoch in (t + 1) % epoch == 0 } },
    mistake(
      "TR16", "the losses are those of the batches after each step",
      why: "note the loss with which the step begins, which the gradients belong to",
      where: "the line that notes the loss"
    ) { $0.noted = { _, batch, after in batch.with(after).result.loss } },
    mistake(
      "TR17", "the losses are those of all samples, not of the batches",
      why: "note what mseNetLoss gives for the batch of the step",
      where: "the line that notes the loss"
    ) {
      $0.noted = { call, batch, _ in
        TrainingCall.Batch(
          x: call.x, labels: call.labels, parameters: batch.parameters,
          regularization: batch.regularization
        ).result.loss
      }
    },
  ]
}

extension TrainingCall.Batch {
  /// The same without a penalty.
  fileprivate var unpenalised: TrainingCall.Batch {
    TrainingCall.Batch(x: x, labels: labels, parameters: parameters, regularization: 0)
  }

  /// The hidden layer's gradients where they come back through another w2 than the forward pass.
  fileprivate func hiddenGradients(throughW2 w2: Tensor) -> (gradW1: Tensor, gradB1: Tensor) {
    let net = TwoLayerNet(
      x: x, w1: parameters.w1, b1: parameters.b1, w2: parameters.w2, b2: parameters.b2
    ).turned
    let error = SquaredError.lossAndGradient(scores: net.scores, labels: labels)
    let gradZ = ReLU.backward(gradH: error.gradScores.matmul(w2), z: net.z)
    return (
      gradZ.transposed().matmul(x) + regularization * parameters.w1, gradZ.sum(axis: 0)
    )
  }

  /// The same with other weights.
  fileprivate func with(_ parameters: TrainingCall.Parameters) -> TrainingCall.Batch {
    TrainingCall.Batch(
      x: x, labels: labels, parameters: parameters, regularization: regularization)
  }
}
