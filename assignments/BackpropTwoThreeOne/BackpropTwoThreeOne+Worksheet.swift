import Worksheets

extension Worksheet {
  /// The 2-3-1 example by hand, for the first sample of the course's data, rounded to two decimals.
  package static let backpropTwoThreeOne = twoThreeOne(
    title: "Backpropagation by hand through a 2-3-1 network of sigmoids, for one sample")

  /// The example with other activations, and for the first three samples at once.
  package static let furtherBackpropTwoThreeOne = [
    twoThreeOne(
      "tanh", title: "Backpropagation by hand through a 2-3-1 network of tanh, for one sample",
      hidden: .tanh, output: .tanh),
    // One unit is switched off, or there is no telling a ReLU from nothing at all.
    twoThreeOne(
      "relu", title: "Backpropagation by hand through a 2-3-1 network with a ReLU, for one sample",
      unit: "[0.98, -2.24]", hidden: .relu),
    batch,
  ]

  private static func twoThreeOne(
    _ variant: String? = nil, title: String, unit: String = "[0.98, 2.24]",
    hidden: Activation = .sigmoid, output: Activation = .sigmoid
  ) -> Worksheet {
    let (f, g) = (hidden.typedName, output.typedName)
    return Worksheet(
      id: "backprop-2-3-1", variant: variant, title: title,
      task: [
        "One sample goes through two layers:",
        "  z1 = W1 x + b1, h = \(f)(z1), z2 = W2 h + b2, y = \(g)(z2),",
        "  \(Activation.typedFormulas([hidden, output]))"
          + "and with N = 1 the loss is 1/2 (y - target)^2.",
        "Compute every step of the forward pass, then the gradients of the loss;",
        "dW2 stands for the derivative of the loss by W2, and so on.",
      ],
      givens: ["x = [0.79, 0.53]", "target = 1"] + weights(unit),
      net: DenseNet(
        input: "x", target: "target",
        layers: [
          DenseNet.Layer(weights: "W1", bias: "b1", sum: "z1", output: "h", activation: hidden),
          DenseNet.Layer(weights: "W2", bias: "b2", sum: "z2", output: "y", activation: output),
        ]),
      slots: [
        Slot("z1", shape: [3], meaning: "weighted sums of the hidden layer, W1 x + b1"),
        Slot("h", shape: [3], meaning: "outputs of the hidden layer, \(f)(z1)", parents: ["z1"]),
        Slot("z2", meaning: "weighted sum of the output layer, W2 h + b2", parents: ["h"]),
        Slot("y", meaning: "output of the network, \(g)(z2)", parents: ["z2"]),
        Slot("loss", meaning: "the loss, 1/2 (y - target)^2", parents: ["y"]),
      ] + gradients(parents: ["h", "y"], ["h", "y"]))
  }

  private static let batch = Worksheet(
    id: "backprop-2-3-1", variant: "batch",
    title: "Backpropagation by hand through a 2-3-1 network of sigmoids, for a batch of three",
    task: [
      "Three samples, a row of x each, go through two layers:",
      "  z1 = W1 x + b1, h = sigmoid(z1), z2 = W2 h + b2, y = sigmoid(z2) for every sample,",
      "  sigmoid(z) = 1 / (1 + exp(-z)), and with N = 3 the loss is "
        + "1/(2N) (sum of (y - target)^2).",
      "Compute every step of the forward pass, then the gradients of the loss;",
      "dW2 stands for the derivative of the loss by W2, and so on; delta2 and delta1 for those",
      "by z2 and z1, a row for each sample, which already hold the 1/N.",
    ],
    givens: ["x = [[0.79, 0.53], [0.57, 0.93], [0.07, 0.09]]", "target = [1, 0, 0]"]
      + weights("[0.98, 2.24]"),
    net: DenseNet(
      input: "x", target: "target",
      layers: [
        DenseNet.Layer(weights: "W1", bias: "b1", sum: "z1", output: "h", delta: "delta1"),
        DenseNet.Layer(weights: "W2", bias: "b2", sum: "z2", output: "y", delta: "delta2"),
      ]),
    slots: [
      Slot(
        "z1", shape: [3, 3], meaning: "weighted sums of the hidden layer, a row for each sample"),
      Slot(
        "h", shape: [3, 3], meaning: "outputs of the hidden layer, a row for each sample",
        parents: ["z1"]),
      Slot("z2", shape: [3], meaning: "weighted sums of the output layer", parents: ["h"]),
      Slot("y", shape: [3], meaning: "outputs of the network", parents: ["z2"]),
      Slot("loss", meaning: "the loss of the whole batch, one number", parents: ["y"]),
      Slot("delta2", shape: [3], meaning: "gradient of the loss by z2", parents: ["y"]),
      Slot(
        "delta1", shape: [3, 3], meaning: "gradient of the loss by z1, a row for each sample",
        parents: ["h", "delta2"]),
    ] + gradients(parents: ["h", "delta2"], ["delta1"]))

  /// All that is given about the network, of which the second hidden unit may be another.
  private static func weights(_ unit: String) -> [String] {
    [
      "W1 = [[1.76, 0.40], \(unit), [1.87, -0.98]]",
      "b1 = [0, 0, 0]",
      "W2 = [0.95, -0.15, -0.10]",
      "b2 = 0",
    ]
  }

  /// The gradients, from the slots that those of the output and of the hidden layer build on.
  private static func gradients(parents output: [String], _ hidden: [String]) -> [Slot] {
    [
      Slot("dW2", shape: [3], meaning: "gradient of the loss by W2", parents: output),
      Slot(
        "db2", meaning: "gradient of the loss by b2", parents: output.filter { $0 != "h" }),
      Slot(
        "dW1", shape: [3, 2],
        meaning: "gradient of the loss by W1, in the shape of W1: a row for each hidden unit",
        parents: hidden),
      Slot("db1", shape: [3], meaning: "gradient of the loss by b1", parents: hidden),
    ]
  }
}
