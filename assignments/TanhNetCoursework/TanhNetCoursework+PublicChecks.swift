import Coursework
import Grading

extension PublicCheck {
  /// What students of `tanh-net` check at home: the handout's worked examples, and gradients.
  package static let tanhNetCoursework = [
    initialization, forward, loss, backward, numerical, step, classes, accuracy, training,
  ].map { $0.takingRows(for: biases) }

  /// Rows are as good as what they hold.
  private static let biases: Set = ["b1", "b2", "gradB1", "gradB2", "gradB3"]

  // MARK: - The net

  private static let net: [String: Value] = [
    "w1": .tensor([[0.5, -1], [0.25, 0.5]]), "b1": .tensor([0, 0.5]),
    "w2": .tensor([[1], [-0.5]]), "b2": .tensor([0.25]),
  ]
  private static let x = Value.tensor([[1, 2], [-1, 0.5]])
  private static let y = Value.tensor([[1], [-1]])
  private static let yHat = Value.tensor([[0.6530140059446494], [-0.5219710912861127]])

  private static let initialization = example(
    Question(
      "initialize",
      [
        "sizes": .tensor([2, 2, 1]), "standardDeviation": .number(0.5),
        "random": .randomState(RandomState(seed: 1)),
      ]),
    gives: [
      "w1": .tensor([
        [0.8121726818316208, -0.3058782068250377], [-0.26408587613172785, -0.5364843110780853],
      ]),
      "b1": .tensor([0.43270381466233926, -1.1507693484401413]),
      "w2": .tensor([[0.87240588210824], [-0.3806034504475514]]),
      "b2": .tensor([0.15951954802854929]),
    ])

  private static let forward = example(
    Question("forward", net.merging(["x": x]) { $1 }), gives: ["yHat": yHat])

  private static let loss = example(
    Question("loss", ["y": y, "yHat": yHat]), gives: ["loss": .number(0.17445545881838487)])

  /// With two targets n is 2, and the true derivative of the loss is what the course takes.
  private static let backward = example(
    Question("backward", net.merging(["x": x, "y": y]) { $1 }),
    gives: [
      "gradW1": .tensor([
        [-0.3867091549509425, 0.09805132751113929], [-0.015605437161216013, 0.1466245385400999],
      ]),
      "gradB1": .tensor([0.21954114324159268, 0.05846883432539635]),
      "gradW2": .tensor([[-0.2762062017679889], [0.2354278754337399]]),
      "gradB2": .tensor([0.14876641013586991]),
    ])

  private static let numerical = either(
    gradient(of: .tanhNet), or: gradient(of: .tanhNetLoss)
  ).made(of: [forward, loss])

  // MARK: - Learning

  private static let step = example(
    Question(
      "update",
      [
        "w": .tensor([[1], [-0.5]]), "v": .tensor([[0.5], [-0.25]]),
        "gradient": .tensor([[-0.2762], [0.2354]]), "learningRate": .number(0.5),
        "momentum": .number(0.5), "batchSize": .number(2),
      ]),
    gives: [
      "w": .tensor([[1.00655], [-0.5276]]), "v": .tensor([[-0.0262], [0.1104]]),
    ])

  private static let classes = example(Question("classify", ["yHat": yHat]), gives: ["classes": y])

  private static let accuracy = example(
    Question("accuracy", ["y": y, "yHat": yHat]), gives: ["accuracy": .number(100)]
  ).made(of: [classes])

  /// Each batch has two samples, and the same two whether an epoch shuffles on or anew.
  private static let training = example(
    Question(
      "train",
      net.merging([
        "x": .tensor([[1, 2], [-1, 0.5], [0.5, 1], [-2, 1]]),
        "y": .tensor([[1], [-1], [-1], [-1]]),
        "testX": .tensor([[2, 1], [1, -1]]), "testY": y, "learningRate": .number(0.5),
        "momentum": .number(0.5), "batches": .number(2), "epochs": .number(2),
        "random": .randomState(RandomState(seed: 7)),
      ]) { $1 }),
    gives: [
      "w1": .tensor([
        [0.8185428007353885, -1.0426758881570115], [0.48511989454796617, 0.44134746257145063],
      ]),
      "b1": .tensor([-0.28875656990699294, 0.6583432518578752]),
      "w2": .tensor([[0.7710595588746817], [-0.6813715558209584]]),
      "b2": .tensor([-0.21691782814167432]),
      "losses": .tensor([0.3869999578640707, 0.3579185615438616]),
      "accuracies": .tensor([75, 100]),
      "testLosses": .tensor([1.1251048786034663, 0.835152853853823]),
      "testAccuracies": .tensor([50, 50]),
    ]
  ).made(of: [backward, step, forward, loss, accuracy])
}

extension Derivative {
  /// The gradients of the whole net: the derivative of n/2 times the submission's own loss, since
  /// the course leaves the 2/n out.
  package static let tanhNet = ofLoss { Double($0) / 2 }

  /// The true derivative of the loss, which is as good.
  static let tanhNetLoss = ofLoss { _ in 1 }

  /// The derivative of the submission's own loss times a number that the count of targets gives.
  private static func ofLoss(times factor: @escaping @Sendable (Int) -> Double) -> Derivative {
    Derivative(
      askedBy: "backward",
      gradients: [
        "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
        "gradB3": "b3",
      ], as: .smooth, sizes: [[3, 2, 4, 3, 2], [4, 3, 2, 5, 2], [5, 2, 3, 4, 3]]
    ) { draw, n in
      Value.tanhLayers(&draw, Array(n.dropFirst())).merging([
        "x": .tensor(draw.eighths(n[0], n[1])), "y": .tensor(draw.eighths(n[0], n[4])),
      ]) { $1 }
    } forward: { inputs, ask in
      let layers = ["w1", "b1", "w2", "b2", "w3", "b3"]
      guard let y = inputs["y"], let targets = y.tensor?.count,
        let yHat = try ask("forward", inputs, ["x"] + layers)["yHat"],
        let loss = try ask("loss", ["y": y, "yHat": yHat], ["y", "yHat"])["loss"]?.tensor
      else { return nil }
      return .tensor(factor(targets) * loss)
    }
  }
}

extension Value {
  /// Weights and biases of layers of those sizes, as w1, b1 and so on, small enough that no tanh is
  /// at its end.
  package static func tanhLayers(_ draw: inout Draw, _ sizes: [Int]) -> [String: Value] {
    var layers: [String: Value] = [:]
    for (layer, (inputs, outputs)) in zip(sizes, sizes.dropFirst()).enumerated() {
      layers["w\(layer + 1)"] = .tensor(0.25 * draw.eighths(inputs, outputs))
      layers["b\(layer + 1)"] = .tensor(0.25 * draw.eighths(outputs))
    }
    return layers
  }

  /// Targets: −1 and 1.
  package static func signs(_ draw: inout Draw, _ rows: Int, _ columns: Int) -> Value {
    .tensor(2 * draw.bits(rows, columns) - 1)
  }
}
