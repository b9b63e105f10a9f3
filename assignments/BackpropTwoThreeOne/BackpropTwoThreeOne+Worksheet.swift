import Worksheets

extension Worksheet {
  /// The 2-3-1 example by hand, for the first sample of the course's data, rounded to two decimals.
  package static let backpropTwoThreeOne = Worksheet(
    id: "backprop-2-3-1",
    title: "Backpropagation by hand through a 2-3-1 network of sigmoids, for one sample",
    task: [
      "One sample goes through two layers:",
      "  z1 = W1 x + b1, h = sigmoid(z1), z2 = W2 h + b2, y = sigmoid(z2),",
      "  sigmoid(z) = 1 / (1 + exp(-z)), and with N = 1 the loss is 1/2 (y - target)^2.",
      "Compute every step of the forward pass, then the gradients of the loss;",
      "dW2 stands for the derivative of the loss by W2, and so on.",
    ],
    givens: [
      "x = [0.79, 0.53]",
      "target = 1",
      "W1 = [[1.76, 0.40], [0.98, 2.24], [1.87, -0.98]]",
      "b1 = [0, 0, 0]",
      "W2 = [0.95, -0.15, -0.10]",
      "b2 = 0",
    ],
    net: DenseNet(
      input: "x", target: "target",
      layers: [
        DenseNet.Layer(weights: "W1", bias: "b1", sum: "z1", output: "h"),
        DenseNet.Layer(weights: "W2", bias: "b2", sum: "z2", output: "y"),
      ]),
    slots: [
      Slot("z1", shape: [3], meaning: "weighted sums of the hidden layer, W1 x + b1"),
      Slot("h", shape: [3], meaning: "outputs of the hidden layer, sigmoid(z1)", parents: ["z1"]),
      Slot("z2", meaning: "weighted sum of the output layer, W2 h + b2", parents: ["h"]),
      Slot("y", meaning: "output of the network, sigmoid(z2)", parents: ["z2"]),
      Slot("loss", meaning: "the loss, 1/2 (y - target)^2", parents: ["y"]),
      Slot("dW2", shape: [3], meaning: "gradient of the loss by W2", parents: ["h", "y"]),
      Slot("db2", meaning: "gradient of the loss by b2", parents: ["y"]),
      Slot(
        "dW1", shape: [3, 2],
        meaning: "gradient of the loss by W1, in the shape of W1: a row for each hidden unit",
        parents: ["h", "y"]),
      Slot("db1", shape: [3], meaning: "gradient of the loss by b1", parents: ["h", "y"]),
    ])
}
