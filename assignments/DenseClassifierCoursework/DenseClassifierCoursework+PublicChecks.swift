import Coursework
import Grading

extension PublicCheck {
  /// What students of `dense-classifier` check at home: the handout's worked examples, and gradients.
  package static let denseClassifierCoursework =
    [forward, parameterCounts, dropout, lossAndGradients, evaluation]
    + gradients(of: Derivative.denseClassifier) + training

  // MARK: - The net

  private static let net: [String: Value] = [
    "w1": .tensor([[1, -1], [0.5, 1]]), "b1": .tensor([0, 0.5]),
    "w2": .tensor([[0.5, 1], [1, -2]]), "b2": .tensor([0, 0]),
    "w3": .tensor([[1, 0], [0, 1]]), "b3": .tensor([0, 0.5]),
  ]
  private static let x = Value.tensor([[1, 2], [2, 0]])

  private static let forward = example(
    Question("forward", net.merging(["x": x]) { $1 }),
    gives: [
      "hidden1": .tensor([[2, 1.5], [2, 0]]), "hidden2": .tensor([[2.5, 0], [1, 2]]),
      "probabilities": .tensor([
        [0.8807970779778823, 0.11920292202211755], [0.18242552380635632, 0.8175744761936437],
      ]),
    ])

  private static let parameterCounts = example(
    Question("parameterCounts", ["sizes": .tensor([784, 512, 256, 10])]),
    gives: ["layers": .tensor([401_920, 131_328, 2570]), "total": .number(535_818)])

  private static let evaluation = example(
    Question(
      "evaluate",
      net.merging([
        "x": x, "labels": .tensor([1, 1]), "regularization": .number(0.1),
      ]) { $1 }),
    gives: ["loss": .number(2.1141706445128627), "accuracy": .number(0.5)]
  ).made(of: [forward])

  /// The first sample alone, of which nothing is dropped.
  private static let lossAndGradients = example(
    Question(
      "lossAndGradients",
      net.merging([
        "x": .tensor([[1, 2]]), "labels": .tensor([1]), "mask1": .tensor([[1, 1]]),
        "mask2": .tensor([[1, 1]]), "regularization": .number(0.1),
      ]) { $1 }),
    gives: [
      "loss": .number(3.076928011042973),
      "gradW1": .tensor([
        [0.6403985389889412, 0.6807970779778822], [0.9807970779778823, 1.9615941559557646],
      ]),
      "gradB1": .tensor([0.44039853898894116, 0.8807970779778823]),
      "gradW2": .tensor([[1.8615941559557647, 0.2], [1.5211956169668235, -0.4]]),
      "gradB2": .tensor([0.8807970779778823, 0]),
      "gradW3": .tensor([[2.201992694944706, -2.201992694944706], [0, 0]]),
      "gradB3": .tensor([0.8807970779778823, -0.8807970779778823]),
    ])

  // MARK: - Training

  /// What is kept where uniforms ≥ rate, or where uniforms < 1 − rate.
  private static let dropout = either(
    masked(by: [0, 4.0 / 3, 4.0 / 3, 0], out: [0, 16.0 / 3, 8, 0]),
    or: masked(by: [4.0 / 3, 4.0 / 3, 0, 4.0 / 3], out: [8.0 / 3, 16.0 / 3, 0, 32.0 / 3]))

  private static func masked(by mask: [Double], out: [Double]) -> PublicCheck {
    example(
      Question(
        "dropout",
        [
          "h": .tensor([[2, 4, 6, 8]]), "rate": .number(0.25),
          "uniforms": .tensor([[0.1, 0.3, 0.9, 0.2]]),
        ]),
      gives: ["mask": .tensor(Tensor([mask])), "out": .tensor(Tensor([out]))])
  }

  private static let training: [PublicCheck] = [
    example(
      Question(
        "adamStep",
        [
          "w": .tensor([[1]]), "gradW": .tensor([[0.5]]), "m": .tensor([[0]]),
          "v": .tensor([[0]]), "t": .number(0), "learningRate": .number(0.1),
          "beta1": .number(0.9), "beta2": .number(0.999), "epsilon": .number(0.01),
        ]),
      gives: [
        "m": .tensor([[0.05]]), "v": .tensor([[0.00025]]), "t": .number(1),
        "w": .tensor([[0.9387425886722793]]),
      ]),
    earlyStopping(
      [0.9, 0.7, 0.8, 0.7, 0.75, 0.6], "min", patience: 3, called: "example", stopped: 5, best: 2,
      restored: 0.7),
    earlyStopping(
      [0.5, 0.75, 0.75, 0.5, 0.8], "max", patience: 2, called: "max", stopped: 4, best: 2,
      restored: 0.75),
    earlyStopping(
      [0.9, 0.7, 0.8], "min", patience: 3, called: "to-the-end", stopped: 3, best: 2,
      restored: 0.7),
    stepCounts(
      of: 40_000, by: 32, validating: 0.2, called: "example", train: 1000, validation: 250),
    stepCounts(
      of: 100, by: 32, validating: 0.125, called: "small-batches", train: 3, validation: 1),
  ]

  private static func earlyStopping(
    _ values: Tensor, _ mode: String, patience: Double, called name: String, stopped: Double,
    best: Double, restored: Double
  ) -> PublicCheck {
    example(
      Question(
        "earlyStopping",
        ["values": .tensor(values), "mode": .text(mode), "patience": .number(patience)]),
      called: name,
      gives: [
        "stopped": .number(stopped), "best": .number(best), "restored": .number(restored),
      ])
  }

  private static func stepCounts(
    of samples: Double, by batchSize: Double, validating share: Double, called name: String,
    train: Double, validation: Double
  ) -> PublicCheck {
    example(
      Question(
        "stepCounts",
        [
          "samples": .number(samples), "batchSize": .number(batchSize),
          "validationSplit": .number(share),
        ]),
      called: name, gives: ["train": .number(train), "validation": .number(validation)])
  }
}

extension Derivative {
  /// The loss stands beside its own gradients: the derivative of the one must be the others.
  package static let denseClassifier = [
    Derivative(
      askedBy: "lossAndGradients",
      gradients: [
        "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
        "gradB3": "b3",
      ], as: .smooth, sizes: [[3, 2, 3, 2, 4, 3], [4, 3, 2, 4, 3, 5], [5, 2, 2, 3, 2, 6]]
    ) { draw, n in
      Question.denseBatch(&draw, n).inputs
    } forward: { inputs, ask in
      try ask("lossAndGradients", inputs, Array(inputs.keys))["loss"]
    }
  ]
}

extension Question {
  /// A question about a batch while the net learns, for N, D, H1, H2, C and λ in eighths.
  ///
  /// What goes into a ReLU is at least 1/8 away from its kink, so that no step of a numerical
  /// gradient crosses it. One number of every mask is kept, and one of three dropped, more or less.
  package static func denseBatch(_ draw: inout Draw, _ n: [Int]) -> Question {
    while true {
      let (mask1, mask2) = (denseMask(&draw, n[0], n[2]), denseMask(&draw, n[0], n[3]))
      let inputs = denseNet(&draw, n)
      guard isClear(inputs, mask1, mask2) else { continue }
      let rest: [String: Value] = [
        "mask1": .tensor(mask1), "mask2": .tensor(mask2),
        "regularization": .number(Double(n[5]) / 8),
      ]
      return Question("lossAndGradients", inputs.merging(rest) { $1 })
    }
  }

  /// The inputs, labels and parameters of a net in which nothing is near a kink when nothing is
  /// dropped.
  package static func denseSet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    while true {
      let inputs = denseNet(&draw, n)
      if isClear(inputs, .ones(n[0], n[2]), .ones(n[0], n[3])) { return inputs }
    }
  }

  private static func denseNet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    [
      "x": .tensor(draw.eighths(n[0], n[1])), "labels": .labels(&draw, n[0], below: n[4]),
      "w1": .tensor(draw.eighths(n[1], n[2])), "b1": .tensor(draw.eighths(n[2])),
      "w2": .tensor(0.5 * draw.eighths(n[2], n[3])), "b2": .tensor(draw.eighths(n[3])),
      "w3": .tensor(0.5 * draw.eighths(n[3], n[4])), "b3": .tensor(draw.eighths(n[4])),
    ]
  }

  /// 0 or 4/3 everywhere, as a dropout layer of rate 1/4 has it.
  private static func denseMask(_ draw: inout Draw, _ samples: Int, _ units: Int) -> Tensor {
    var mask = draw.bits(samples, units).maximum(draw.bits(samples, units))
    (mask[0, 0], mask[samples - 1, units - 1]) = (1, 0)
    return mask / 0.75
  }

  private static func isClear(
    _ inputs: [String: Value], _ mask1: Tensor, _ mask2: Tensor
  ) -> Bool {
    let given = inputs.compactMapValues(\.tensor)
    guard let x = given["x"], let w1 = given["w1"], let b1 = given["b1"], let w2 = given["w2"],
      let b2 = given["b2"]
    else { return false }
    let z1 = x.matmul(w1) + b1
    let h1 = z1.maximum(0) * mask1
    let z2 = h1.matmul(w2) + b2
    // Each layer must be on somewhere, or nothing is learned in it.
    return min(z1.abs().min(), z2.abs().min()) >= 0.125
      && min(h1.max(), (z2.maximum(0) * mask2).max()) > 0
  }
}
