import Worksheets

extension Worksheet {
  /// The 2-2-1 example by hand, with the course's own numbers.
  package static let backpropTwoTwoOne = twoTwoOne(
    title: "Backpropagation by hand through a 2-2-1 network of sigmoids")

  /// The example with other activations, and with a step downhill.
  package static let furtherBackpropTwoTwoOne = [
    twoTwoOne(
      "tanh", title: "Backpropagation by hand through a 2-2-1 network of tanh",
      hidden: .tanh, output: .tanh),
    // One unit is switched off, or there is no telling a ReLU from nothing at all.
    twoTwoOne(
      "relu", title: "Backpropagation by hand through a 2-2-1 network with a ReLU",
      b1: "[0.45, -0.35]", hidden: .relu),
    twoTwoOne(
      "step", title: "Backpropagation by hand through a 2-2-1 network, and one step downhill",
      rate: "0.50"),
  ]

  private static func twoTwoOne(
    _ variant: String? = nil, title: String, b1: String = "[0.35, 0.35]",
    hidden: Activation = .sigmoid, output: Activation = .sigmoid, rate: String? = nil
  ) -> Worksheet {
    let (f, g) = (hidden.typedName, output.typedName)
    return Worksheet(
      id: "backprop-2-2-1", variant: variant, title: title,
      task: [
        "One sample goes through two layers:",
        "  z1 = W1 x0 + b1, x1 = \(f)(z1), z2 = W2 x1 + b2, x2 = \(g)(z2),",
        "  \(Activation.typedFormulas([hidden, output]))loss = 1/2 (x2 - y)^2.",
        "Compute every step of the forward pass, then the gradients of the loss;",
        "dW2 stands for the derivative of the loss by W2, and so on.",
      ] + (rate == nil ? [] : Self.stepTask),
      givens: [
        "x0 = [0.05, 0.1]",
        "y = 0.01",
        "W1 = [[0.15, 0.20], [0.25, 0.30]]",
        "b1 = \(b1)",
        "W2 = [[0.40, 0.45]]",
        "b2 = 0.60",
      ] + (rate.map { ["lr = \($0)"] } ?? []),
      net: DenseNet(
        input: "x0", target: "y",
        layers: [
          DenseNet.Layer(
            weights: "W1", bias: "b1", sum: "z1", output: "x1", activation: hidden),
          DenseNet.Layer(
            weights: "W2", bias: "b2", sum: "z2", output: "x2", activation: output),
        ], learningRate: rate == nil ? nil : "lr"),
      slots: slots(f, g) + (rate == nil ? [] : updatedSlots))
  }

  private static let stepTask = [
    "Then take one step downhill from the given values, with the learning rate lr:",
    "newW2 stands for W2 - lr dW2, and so on.",
  ]

  private static func slots(_ f: String, _ g: String) -> [Slot] {
    [
      Slot("z1", shape: [2], meaning: "weighted sums of the hidden layer, W1 x0 + b1"),
      Slot("x1", shape: [2], meaning: "outputs of the hidden layer, \(f)(z1)", parents: ["z1"]),
      Slot("z2", meaning: "weighted sum of the output layer, W2 x1 + b2", parents: ["x1"]),
      Slot("x2", meaning: "output of the network, \(g)(z2)", parents: ["z2"]),
      Slot("loss", meaning: "the loss, 1/2 (x2 - y)^2", parents: ["x2"]),
      Slot(
        "dW2", shape: [1, 2], meaning: "gradient of the loss by W2, a list of 2",
        parents: ["x1", "x2"]),
      Slot("db2", meaning: "gradient of the loss by b2", parents: ["x2"]),
      Slot(
        "dW1", shape: [2, 2],
        meaning: "gradient of the loss by W1, in the shape of W1: a row for each hidden unit",
        parents: ["x1", "x2"]),
      Slot("db1", shape: [2], meaning: "gradient of the loss by b1", parents: ["x1", "x2"]),
    ]
  }

  private static let updatedSlots = [
    Slot("newW2", shape: [1, 2], meaning: "W2 after the step, a list of 2", parents: ["dW2"]),
    Slot("newb2", meaning: "b2 after the step", parents: ["db2"]),
    Slot("newW1", shape: [2, 2], meaning: "W1 after the step", parents: ["dW1"]),
    Slot("newb1", shape: [2], meaning: "b1 after the step", parents: ["db1"]),
  ]
}
