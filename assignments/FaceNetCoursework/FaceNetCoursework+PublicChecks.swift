import Coursework
import Grading
import NumericChecks

extension PublicCheck {
  /// What students of `face-net` check at home: the handout's worked examples, and gradients.
  package static let faceNetCoursework =
    [
      firstParameters, forward, backward, softmax, evaluation, gradientCheck, twentyElements,
      oneEpoch, wholeBatches, shuffled, choice, confidence,
    ] + gradients(of: Derivative.faceNet)

  // MARK: - The network

  private static let firstParameters = example(
    Question(
      "initialize",
      [
        "inputs": .number(2), "hidden1": .number(2), "hidden2": .number(3), "outputs": .number(2),
        "random": .randomState(RandomState(seed: 1)),
      ]),
    gives: [
      "w1": .tensor([
        [0.16243453636632418, -0.06117564136500754], [-0.052817175226345575, -0.10729686221561706],
      ]),
      "b1": .tensor([0, 0]),
      "w2": .tensor([
        [0.08654076293246786, -0.23015386968802828, 0.174481176421648],
        [-0.07612069008951028, 0.03190390960570986, -0.02493703754774101],
      ]),
      "b2": .tensor([0, 0, 0]),
      "w3": .tensor([
        [0.01462107937044974, -0.02060140709497654],
        [-0.003224172040135075, -0.0038405435466841564],
        [0.011337694423354375, -0.010998912673140309],
      ]),
      "b3": .tensor([0, 0]),
    ])

  private static let forward = example(
    Question("forward", net.merging(["x": pair]) { $1 }),
    gives: [
      "z1": .tensor([[2, 1.5], [-0.5, 2.5]]), "h1": .tensor([[2, 1.5], [0, 2.5]]),
      "z2": .tensor([[1, 1.5], [-2, 1.5]]), "h2": .tensor([[1, 1.5], [0, 1.5]]),
      "y": .tensor([[2, 0.125], [1.5, 0.625]]),
    ])

  private static let backward = example(
    Question(
      "backward",
      net.merging([
        "x": pair,
        "err": .tensor([
          [-0.06648212009891463, 0.06648212009891463], [0.3528925139185056, -0.3528925139185056],
        ]),
      ]) { $1 }),
    gives: [
      "gradW1": .tensor([
        [-0.09141291513600762, -0.24804885541415053], [-0.18282583027201524, 0.2979104454883365],
      ]),
      "gradB1": .tensor([-0.09141291513600762, 0.2812899154636078]),
      "gradW2": .tensor([
        [-0.13296424019782926, -0.09972318014837195], [-0.09972318014837195, 0.586881078485919],
      ]),
      "gradB2": .tensor([-0.06648212009891463, 0.21480779536469322]),
      "gradW3": .tensor([
        [-0.06648212009891463, 0.06648212009891463], [0.4296155907293865, -0.4296155907293865],
      ]),
      "gradB3": .tensor([0.286410393819591, -0.286410393819591]),
    ]
  ).made(of: [forward])

  private static let softmax = example(
    Question("softmax", ["y": .tensor([[2, 0.125], [1.5, 0.625]])]),
    gives: [
      "p": .tensor([
        [0.8670357598021707, 0.13296424019782924], [0.7057850278370112, 0.29421497216298875],
      ])
    ])

  private static let evaluation = example(
    Question("evaluate", net.merging(triple.merging(["batchSize": .number(2)]) { $1 }) { $1 }),
    gives: ["loss": .number(0.5393495733186767), "accuracy": .number(2.0 / 3)]
  ).made(of: [forward, softmax])

  // MARK: - The gradient check

  private static let gradientCheck = example(
    Question(
      "checkGradient",
      net.merging([
        "x": pair, "name": .text("w3"), "step": .number(0.01),
        "random": .randomState(RandomState(seed: 1)),
      ]) { $1 }),
    within: Tolerance(limit: 1e-6, floor: .fractionOfLargest(1)),
    gives: [
      "elements": .tensor([3, 2, 0, 1]), "analytic": .tensor([1.125, 5.25, 2, 0.125]),
      "numerical": .tensor([1.125, 5.25, 2, 0.125]),
    ]
  ).made(of: [forward, backward])

  /// A w1 of 24 elements, of which four are left out.
  private static let twentyElements = PublicCheck(
    "checkGradient/twenty-elements", judging: ["elements", "analytic", "numerical"]
  ) { ask in
    let answer = try ask(
      Question(
        "checkGradient",
        [
          "w1": .tensor(.full(shape: [6, 4], value: 0.25)), "b1": .tensor(.ones(4)),
          "w2": .tensor(.full(shape: [4, 2], value: 0.25)), "b2": .tensor(.ones(2)),
          "w3": .tensor(.full(shape: [2, 2], value: 0.5)), "b3": .tensor(.ones(2)),
          "x": .tensor([[1, 2, 3, 4, 5, 6]]), "name": .text("w1"), "step": .number(0.01),
          "random": .randomState(RandomState(seed: 1)),
        ]))
    let elements = answer["elements"]?.tensor?.scalars ?? []
    let leftOut = Set((0..<24).map(Double.init)).subtracting(elements)
    return [
      claim(
        about: "elements", elements.count == 20 && leftOut == [5, 8, 11, 12],
        else:
          "of a w1 with 24 elements 20 are checked; with this generator, all but 5, 8, 11 and 12")
    ]
      + ["analytic", "numerical"].map { output in
        claim(
          about: output, answer[output]?.tensor?.shape == [elements.count],
          else: "it must have one number for each of the elements")
      }
  }

  // MARK: - Training

  /// In one epoch the samples come in the same order, however the next would go on.
  private static let oneEpoch = example(
    training(triple, batchSize: 2, epochs: 1), called: "one-epoch",
    gives: [
      "w1": .tensor([
        [1.0216614245994002, -0.9776269892034384], [0.5221663360103965, 0.9693152467430429],
      ]),
      "b1": .tensor([0.16650671475830986, 0.33995949907924244]),
      "w2": .tensor([
        [1.0275209471393991, 0.5116161566329344], [-0.9888670454490822, 0.9447739375547072],
      ]),
      "b2": .tensor([0.6378715265378119, -1.075979574785535]),
      "w3": .tensor([
        [0.5261668758639074, -0.5261668758639074], [0.9594782956160192, 0.2905217043839809],
      ]),
      "b3": .tensor([-0.03992506421778477, 0.28992506421778474]),
      "trainLosses": .tensor([0.17637008129454299]),
      "validLosses": .tensor([0.41785395937907005]),
    ]
  ).made(of: [forward, softmax, backward, evaluation])

  /// With all samples in one batch their order does not count.
  private static let wholeBatches = example(
    training(["x": pair, "targets": .tensor([[1, 0], [0, 1]])], batchSize: -1, epochs: 2),
    called: "whole-batches",
    gives: [
      "w1": .tensor([
        [1.014301926545879, -0.9679516265727561], [0.5286038530917578, 0.9593367275467418],
      ]),
      "b1": .tensor([0.10188345364758548, 0.24866406751275633]),
      "w2": .tensor([
        [1.021167744611607, 0.515469223004827], [-0.9849885239977255, 0.9246474556247121],
      ]),
      "b2": .tensor([0.5745071731286845, -1.1791395331144021]),
      "w3": .tensor([
        [0.5115641182805639, -0.5115641182805639], [0.9477981067590673, 0.30220189324093266],
      ]),
      "b3": .tensor([-0.24466451125484934, 0.4946645112548493]),
      "trainLosses": .tensor([0.6830598193053287, 0.5113139548829067]),
      "validLosses": .tensor([0.39417261969115713, 0.32819669449591976]),
    ]
  ).made(of: [forward, softmax, backward, evaluation])

  /// Without steps a batch of one sample has the loss of that sample: the last of twenty epochs are
  /// the same once in a billion times.
  private static let shuffled = PublicCheck("train/shuffled", judging: ["trainLosses"]) { ask in
    let losses = try ask(
      training(triple, batchSize: 1, epochs: 20, learningRate: 0))["trainLosses"]?.tensor?.scalars
    return [
      claim(
        about: "trainLosses", losses?.count == 20,
        else: "it must have one number for each of the 20 epochs"),
      claim(
        about: "trainLosses", losses.map { Set($0).count > 1 } ?? true,
        else: "with a learning rate of 0 and batches of one, every epoch ended with the same loss; "
          + "does the order of the samples change from epoch to epoch?"),
    ]
  }.made(of: [forward, softmax])

  private static func training(
    _ samples: [String: Value], batchSize: Double, epochs: Double, learningRate: Double = 0.5
  ) -> Question {
    Question(
      "train",
      net.merging(samples) { $1 }.merging([
        "validX": .tensor([[0, 1], [2, -1]]), "validTargets": .tensor([[0, 1], [1, 0]]),
        "learningRate": .number(learningRate), "momentum": .number(0.9),
        "epochs": .number(epochs), "batchSize": .number(batchSize),
        "random": .randomState(RandomState(seed: 0)),
      ]) { $1 })
  }

  // MARK: - Choices

  private static let choice = example(
    Question(
      "bestHyperParameter",
      [
        "candidates": .tensor([0.1, 0.5, 1]),
        "trainLosses": .tensor([[0.9, 0.7], [0.6, 0.2], [0.8, 0.6]]),
        "validLosses": .tensor([[1, 0.8], [0.9, 1.1], [0.7, 0.9]]),
      ]), gives: ["best": .number(0.1)])

  /// In whichever order they are told, by their numbers or by how sure the network is.
  private static let confidence = example(
    Question(
      "lowConfidence",
      [
        "y": .tensor([[2, 0.125], [1.5, 0.625], [0.75, -0.5]]), "threshold": .number(0.8),
      ]), gives: ["indices": .tensor([1, 2])]
  ).made(of: [softmax])

  // MARK: - The worked example

  private static let net: [String: Value] = [
    "w1": .tensor([[1, -1], [0.5, 1]]), "b1": .tensor([0, 0.5]),
    "w2": .tensor([[1, 0.5], [-1, 1]]), "b2": .tensor([0.5, -1]),
    "w3": .tensor([[0.5, -0.5], [1, 0.25]]), "b3": .tensor([0, 0.25]),
  ]
  private static let pair = Value.tensor([[1, 2], [-1, 1]])

  /// With a third sample, for batches of two of which the last is short.
  private static let triple: [String: Value] = [
    "x": .tensor([[1, 2], [-1, 1], [1, 0]]), "targets": .tensor([[1, 0], [0, 1], [1, 0]]),
  ]
}

extension Derivative {
  /// The backward pass of the network goes back through its forward pass.
  package static let faceNet = [
    Derivative(
      askedBy: "backward",
      gradients: [
        "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
        "gradB3": "b3",
      ],
      upstream: "err", as: .piecewiseLinear,
      sizes: [[3, 2, 3, 4, 2], [2, 3, 4, 3, 4], [4, 2, 3, 2, 3]]
    ) { draw, n in
      let parameters = draw.faceNetParameters([n[1], n[2], n[3], n[4]])
      return parameters.merging([
        "x": .tensor(draw.eighths(n[0], n[1])), "err": .tensor(draw.eighths(n[0], n[4])),
      ]) { $1 }
    } forward: { inputs, ask in
      try ask("forward", inputs, FaceNetParameters.names + ["x"])["y"]
    }
  ]
}

extension Draw {
  /// The parameters of a network with these numbers of units, from D to C.
  ///
  /// With x in eighths no z1 is 0 and no z2: there the ReLU has its kink.
  package mutating func faceNetParameters(_ units: [Int]) -> [String: Value] {
    [
      // z1 is an odd multiple of 1/128, h1·w2 a multiple of 1/1024, b2 an odd one of 1/2048.
      "w1": .tensor(eighths(units[0], units[1])), "b1": .tensor(kinkGuards(units[1])),
      "w2": .tensor(eighths(units[1], units[2])), "b2": .tensor(kinkGuards(units[2]) / 16),
      "w3": .tensor(eighths(units[2], units[3])), "b3": .tensor(eighths(units[3])),
    ]
  }
}
