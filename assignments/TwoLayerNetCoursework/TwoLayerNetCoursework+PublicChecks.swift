import Coursework
import Grading

extension PublicCheck {
  /// What students of `two-layer-net` check at home: the handout's worked examples, and gradients.
  package static let twoLayerNetCoursework =
    [
      initialWeights, softmaxScores, softmaxLoss, mseScores, mseLoss, firstSteps, smallBatches,
      prediction,
    ] + gradients(of: Derivative.twoLayerNet)

  private static let initialWeights = example(
    Question(
      "initialWeights",
      [
        "inputs": .number(2), "hidden": .number(3), "classes": .number(2), "scale": .number(0.5),
        "random": .randomState(RandomState(seed: 1)),
      ]),
    gives: [
      "w1": .tensor([
        [0.8121726818316208, -0.3058782068250377, -0.26408587613172785],
        [-0.5364843110780853, 0.43270381466233926, -1.1507693484401413],
      ]),
      "b1": .tensor([0, 0, 0]),
      "w2": .tensor([
        [0.87240588210824, -0.3806034504475514], [0.15951954802854929, -0.12468518773870504],
        [0.731053968522487, -1.030070354748827],
      ]),
      "b2": .tensor([0, 0]),
    ])

  // MARK: - The two nets

  private static let scores = Value.tensor([[2.25, -0.75], [2.25, 0.25], [-0.5, -0.125]])

  private static let softmaxScores = example(
    Question("softmaxNetScores", softmaxNet), gives: ["scores": scores])

  private static let mseScores = example(
    Question("mseNetScores", mseNet), gives: ["scores": scores])

  private static let softmaxLoss = example(
    Question("softmaxNetLoss", softmaxNet.merging(samples) { $1 }),
    gives: [
      "loss": .number(2.7120462089188515),
      "gradW1": .tensor([
        [0.7557469756380979, -0.8094076503851497, -0.15733340004593022],
        [0.21838275121495548, 0.761981777207583, -0.5],
      ]),
      "gradB1": .tensor([0.11996917562278783, 0.27779040160010526, -0.2036667000229651]),
      "gradW2": .tensor([
        [0.4899383512455756, -0.4899383512455757], [1.2102846283927855, -0.7102846283927854],
        [-0.33027774998086246, 0.08027774998086235],
      ]),
      "gradB2": .tensor([0.4135682016154153, -0.4135682016154154]),
    ]
  ).made(of: [softmaxScores])

  private static let mseLoss = example(
    Question("mseNetLoss", mseNet.merging(samples) { $1 }),
    gives: [
      "loss": .number(3.356770833333333),
      "gradW1": .tensor([
        [1.0416666666666667, 0.9166666666666667], [-0.8333333333333333, 2.0833333333333335],
        [0.20833333333333331, -0.5],
      ]),
      "gradB1": .tensor([0.4375, 1.1666666666666667, -0.020833333333333343]),
      "gradW2": .tensor([[0.75, 3, -0.7083333333333333], [-1.5, -1, -0.21875]]),
      "gradB2": .tensor([1, -0.875]),
    ]
  ).made(of: [mseScores])

  private static let samples: [String: Value] = [
    "labels": .tensor([0, 1, 1]), "regularization": .number(0.5),
  ]

  private static let softmaxNet: [String: Value] = [
    "x": .tensor([[1, 2], [-1, 1], [2, 0]]), "w1": .tensor([[1, -1, 0.5], [0.5, 1, -1]]),
    "b1": .tensor([0, 0.5, 0.25]), "w2": .tensor([[0.5, -0.5], [1, 0], [-1, 0.5]]),
    "b2": .tensor([-0.25, 0.25]),
  ]

  private static let mseNet = softmaxNet.merging([
    "w1": .tensor([[1, 0.5], [-1, 1], [0.5, -1]]), "w2": .tensor([[0.5, 1, -1], [-0.5, 0, 0.5]]),
  ]) { $1 }

  /// With a fourth sample, of which the hidden layer's ReLU decides.
  private static let prediction = example(
    Question(
      "predict", mseNet.merging(["x": .tensor([[1, 2], [-1, 1], [2, 0], [-2, -1]])]) { $1 }),
    gives: ["labels": .tensor([0, 0, 1, 0])]
  ).made(of: [mseScores])

  // MARK: - Training

  private static let firstSteps = example(
    training(iterations: 2, batchSize: 3),
    gives: [
      "w1": .tensor([
        [0.8689580078124999, 0.389166015625], [-0.89633984375, 0.7666953125],
        [0.4671875, -0.92625],
      ]),
      "b1": .tensor([-0.0482294921875, 0.3807434895833333, 0.2520833333333333]),
      "w2": .tensor([
        [0.406513623046875, 0.677553515625, -0.9059375],
        [-0.32943837890625, 0.10493203125, 0.508828125],
      ]),
      "b2": .tensor([-0.3547109375, 0.344578125]),
      "losses": .tensor([3.356770833333333, 1.3912578735351562]),
    ]
  ).made(of: [mseLoss])

  /// Long enough for the learning rate to be lowered twice.
  private static let smallBatches = example(
    training(iterations: 5, batchSize: 1), called: "small-batches",
    gives: [
      "losses": .tensor([
        2.5703125, 2.3485862915039055, 2.898811907244875, 1.2262335781378408, 1.1735757853151836,
      ])
    ]
  ).made(of: [mseLoss])

  private static func training(iterations: Double, batchSize: Double) -> Question {
    Question(
      "trainMSENet",
      mseNet.merging(samples) { $1 }.merging([
        "learningRate": .number(0.1), "decay": .number(0.5), "iterations": .number(iterations),
        "batchSize": .number(batchSize), "random": .randomState(RandomState(seed: 3)),
      ]) { $1 })
  }
}

extension Derivative {
  /// Each net's loss stands beside its own gradients: the derivatives of the one must be the others.
  package static let twoLayerNet = [
    ofLoss(of: "softmaxNetLoss", TwoLayerInputs.softmaxNet),
    ofLoss(of: "mseNetLoss", TwoLayerInputs.mseNet),
  ]

  private static func ofLoss(
    of question: String, _ inputs: @escaping @Sendable (inout Draw, [Int]) -> [String: Value]
  ) -> Derivative {
    Derivative(
      askedBy: question,
      gradients: ["gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2"], as: .smooth,
      sizes: [[4, 2, 3, 5, 3], [5, 3, 2, 4, 5], [6, 2, 4, 3, 6]]
    ) { draw, n in
      TwoLayerInputs.withLabels(&draw, n, inputs)
    } forward: { inputs, ask in
      try ask(question, inputs, Array(inputs.keys))["loss"]
    }
  }
}

/// Draws what the nets are asked with, for N, D, H and C.
package enum TwoLayerInputs {
  /// Inputs, weights and biases of the softmax net.
  package static func softmaxNet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    let (samples, inputs, hidden, classes) = (n[0], n[1], n[2], n[3])
    return [
      "x": .tensor(draw.eighths(samples, inputs)), "w1": .tensor(draw.eighths(inputs, hidden)),
      "b1": .tensor(draw.kinkGuards(hidden)),
      "w2": .tensor(scale(n) * draw.eighths(hidden, classes)),
      "b2": .tensor(draw.eighths(classes)),
    ]
  }

  /// Inputs, weights and biases of the MSE net.
  package static func mseNet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    let (samples, inputs, hidden, classes) = (n[0], n[1], n[2], n[3])
    return [
      "x": .tensor(draw.eighths(samples, inputs)), "w1": .tensor(draw.eighths(hidden, inputs)),
      "b1": .tensor(draw.kinkGuards(hidden)),
      "w2": .tensor(scale(n) * draw.eighths(classes, hidden)),
      "b2": .tensor(draw.eighths(classes)),
    ]
  }

  /// The same with labels, and n[4] eighths for λ.
  package static func withLabels(
    _ draw: inout Draw, _ n: [Int], _ inputs: (inout Draw, [Int]) -> [String: Value]
  ) -> [String: Value] {
    var all = inputs(&draw, n)
    all["labels"] = .labels(&draw, n[0], below: n[3])
    all["regularization"] = .number(Double(n[4]) / 8)
    return all
  }

  /// Scores of a few units, in which no class is sure; small questions keep whole numbers to read.
  private static func scale(_ n: [Int]) -> Double { n[0] > 3 ? 0.25 : 1 }
}
