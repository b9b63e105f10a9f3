import Coursework
import Grading

extension DenseClassifierCourseworkReference {
  private static let solution: Solution = { try DenseClassifierCourseworkReference().answer($0) }

  // MARK: - Forward pass

  private static let pass = WrongVariants(question: "forward", reference: solution) {
    try DensePassCall($0)
  }
  private static let hiddenLines = "the lines of the hidden layers"
  private static let topLine = "the line that computes the probabilities"

  /// Mistakes in `forward`.
  static let forwardMisconceptions: [Misconception] = [
    pass.mistake(
      "FW1", "the ReLU of the second hidden layer is missing",
      why: "both hidden layers end in max(0, z)", where: hiddenLines
    ) { $0.forward(second: { $0 }) },
    pass.mistake(
      "FW2", "both ReLUs are missing: your hidden layers are affine",
      why: "without them the net is one affine layer: hidden = max(0, z)", where: hiddenLines
    ) { $0.forward(first: { $0 }, second: { $0 }) },
    pass.mistake(
      "FW3", "there is a ReLU before the softmax: scores below 0 count as 0",
      why: "scores may be negative: softmax takes them as they are", where: topLine
    ) { $0.forward(top: { ClassifierNet.softmax($0.maximum(0)) }) },
    pass.mistake(
      "FW4", "your probabilities are sigmoids of the scores",
      why: "one of the classes is right, so that they add up to 1: softmax", where: topLine
    ) { $0.forward(top: { $0.sigmoid() }) },
    pass.mistake(
      "FW5", "your softmax runs down the columns, over the batch",
      why: "the probabilities of one sample's classes add up to 1: sum along axis 1",
      where: topLine
    ) { $0.forward(top: { ClassifierNet.softmax($0.transposed()).transposed() }) },
    pass.mistake(
      "FW6", "your probabilities are the scores: the softmax is missing",
      why: "probabilities lie between 0 and 1 and add up to 1", where: topLine
    ) { $0.forward(top: { $0 }) },
    pass.mistake(
      "FW7", "the biases are missing in all layers", why: "every layer adds its biases: x·w + b",
      where: "the lines of all layers"
    ) { $0.forward(biases: 0) },
    pass.mistake(
      "FW8", "your hidden layers have sigmoids where ReLUs belong",
      why: "both hidden layers end in max(0, z)", where: hiddenLines
    ) { $0.forward(first: { $0.sigmoid() }, second: { $0.sigmoid() }) },
    pass.mistake(
      "FW9", "your hidden layers have hyperbolic tangents where ReLUs belong",
      why: "both hidden layers end in max(0, z)", where: hiddenLines
    ) { $0.forward(first: { $0.tanh() }, second: { $0.tanh() }) },
    pass.mistake(
      "FW10", "your hidden1 and hidden2 are what goes into the ReLUs",
      why: "what comes out of a layer is asked for: max(0, z)", where: hiddenLines
    ) { call in
      let right = call.forward()
      let hidden1 = right["hidden1"] ?? call.x
      return [
        "hidden1": call.x.matmul(call.net.w1) + call.net.b1,
        "hidden2": hidden1.matmul(call.net.w2) + call.net.b2,
      ]
    },
  ]

  // MARK: - Evaluation

  private static let evaluation = WrongVariants(question: "evaluate", reference: solution) {
    try DenseEvaluationCall($0)
  }
  private static let lossLine = "the line that computes the loss"
  private static let accuracyLine = "the line that computes the accuracy"

  /// Mistakes in `evaluate`.
  static let evaluationMisconceptions: [Misconception] = [
    evaluation.mistake(
      "EV1", "the penalty is missing in your loss",
      why: "Keras reports the loss that it minimises, with λ·(Σ w1² + Σ w2²)", where: lossLine
    ) { $0.loss(penalty: 0) },
    evaluation.mistake(
      "EV2", "there is a ½ before λ in your loss", why: "Keras has none: λ·(Σ w1² + Σ w2²)",
      where: lossLine
    ) { $0.loss(penalty: $0.penalty / 2) },
    evaluation.mistake(
      "EV3", "w3 has a penalty in your loss", why: "only the hidden layers have one: w1 and w2",
      where: lossLine
    ) { $0.loss(penalty: $0.penalty + $0.regularization * $0.net.w3.squared().sum()) },
    evaluation.mistake(
      "EV4", "the cross-entropy in your loss is a sum over the samples",
      why: "it is their mean: divide by N", where: lossLine
    ) { $0.loss($0.samples * $0.crossEntropy) },
    evaluation.mistake(
      "EV5", "the penalty in your loss is divided by N",
      why: "it belongs to the weights, not to the samples: λ·(Σ w1² + Σ w2²)", where: lossLine
    ) { $0.loss(penalty: $0.penalty / $0.samples) },
    evaluation.mistake(
      "EV6", "the penalty in your loss is λ·(Σ |w1| + Σ |w2|)", why: "L2 adds up squares",
      where: lossLine
    ) { $0.loss(penalty: $0.regularization * ($0.net.w1.abs().sum() + $0.net.w2.abs().sum())) },
    evaluation.mistake(
      "EV7", "your accuracy is in percent", why: "it is a share, from 0 to 1", where: accuracyLine
    ) { ["accuracy": Tensor(100 * $0.accuracy)] },
    evaluation.mistake(
      "EV8", "your accuracy is the number of hits, not divided by N",
      why: "it is a share, from 0 to 1", where: accuracyLine
    ) { ["accuracy": Tensor($0.samples * $0.accuracy)] },
    evaluation.mistake(
      "EV9", "your accuracy is the share of errors", why: "it is the share of hits",
      where: accuracyLine
    ) { ["accuracy": Tensor(1 - $0.accuracy)] },
    evaluation.mistake(
      "EV10", "your accuracy is the mean probability of the labels",
      why: "a sample is right or wrong, however sure the net is: count hits", where: accuracyLine
    ) { ["accuracy": Tensor($0.right.mean())] },
  ]
}
