import Worksheets

extension Worksheet {
  /// The 2-2-1 example by hand, with the course's own numbers.
  package static let backpropTwoTwoOne = Worksheet(
    id: "backprop-2-2-1",
    title: "Backpropagation by hand through a 2-2-1 network of sigmoids",
    task: [
      "One sample goes through two layers:",
      "  z1 = W1 x0 + b1, x1 = sigmoid(z1), z2 = W2 x1 + b2, x2 = sigmoid(z2),",
      "  sigmoid(z) = 1 / (1 + exp(-z)), loss = 1/2 (x2 - y)^2.",
      "Compute every step of the forward pass, then the gradients of the loss;",
      "dW2 stands for the derivative of the loss by W2, and so on.",
    ],
    givens: [
      "x0 = [0.05, 0.1]",
      "y = 0.01",
      "W1 = [[0.15, 0.20], [0.25, 0.30]]",
      "b1 = [0.35, 0.35]",
      "W2 = [[0.40, 0.45]]",
      "b2 = 0.60",
    ],
    net: DenseNet(
      input: "x0", target: "y",
      layers: [
        DenseNet.Layer(weights: "W1", bias: "b1", sum: "z1", output: "x1"),
        DenseNet.Layer(weights: "W2", bias: "b2", sum: "z2", output: "x2"),
      ]),
    slots: [
      Slot("z1", shape: [2], meaning: "weighted sums of the hidden layer, W1 x0 + b1"),
      Slot("x1", shape: [2], meaning: "outputs of the hidden layer, sigmoid(z1)", parents: ["z1"]),
      Slot("z2", meaning: "weighted sum of the output layer, W2 x1 + b2", parents: ["x1"]),
      Slot("x2", meaning: "output of the network, sigmoid(z2)", parents: ["z2"]),
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
    ])
}
