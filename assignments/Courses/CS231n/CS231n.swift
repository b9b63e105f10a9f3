import Grading

extension Course {
  /// The layers, update rules, dropout and nets of CS231n's second assignment.
  package static let cs231n = Course(
    id: "cs231n", title: "CS231n", folder: "CS231n",
    entries: [
      Entry("affine-relu", weight: 35),
      Entry("momentum-update", weight: 15, parts: ["classic"]),
      Entry("dropout", weight: 30),
      Entry(
        "two-layer-net", weight: 20,
        parts: ["initialisation", "softmax-scores", "softmax-loss"]),
    ],
    conventions: [
      "dropout-p-drop":
        "p is read as the probability to drop an entry, as your code does; the handout's newer "
        + "edition keeps an entry with probability p",
      "dx-flat":
        "your dx has one row a sample, where x may have more axes; it was compared with x's entries "
        + "in a row",
      "dropout-p-keep": "p is read as the probability to keep an entry, as your code does",
    ],
    functionNames: [
      "affine": "affine_forward",
      "affineBackward": "affine_backward",
      "relu": "relu_forward",
      "reluBackward": "relu_backward",
      "affineReLU": "affine_relu_forward",
      "affineReLUBackward": "affine_relu_backward",
      "classicUpdate": "sgd_momentum",
      "dropoutForward": "dropout_forward",
      "dropoutBackward": "dropout_backward",
      "initialWeights": "TwoLayerNet.__init__",
      "softmaxNetScores": "TwoLayerNet.loss",
      "softmaxNetLoss": "TwoLayerNet.loss",
    ])
}
