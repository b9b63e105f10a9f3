import Grading

extension Course {
  /// The layers, losses, update rules, dropout and nets of CS231n's second assignment.
  package static let cs231n = Course(
    id: "cs231n", title: "CS231n", folder: "CS231n",
    entries: [
      Entry("affine-relu", weight: 20),
      Entry("losses", weight: 10, parts: ["softmax", "softmax-extreme", "svm"]),
      Entry("optimizers", weight: 15),
      Entry("momentum-update", weight: 5, parts: ["classic"]),
      Entry("dropout", weight: 20),
      Entry(
        "two-layer-net", weight: 10,
        parts: ["initialisation", "softmax-scores", "softmax-loss"]),
      // The solver comes with the course.
      Entry(
        "fully-connected-net", weight: 20,
        parts: ["first-weights", "three-layers", "other-depths", "dropout-net", "prediction"]),
    ],
    conventions: [
      Convention(
        "dropout-p-keep", in: "dropout-p",
        "p is read as the probability to keep an entry, as your code does", isUsual: true,
        credit: Ratio(1, 2)),
      Convention(
        "dropout-p-drop", in: "dropout-p",
        "p is read as the probability to drop an entry, as your code does; the handout's newer "
          + "edition keeps an entry with probability p", credit: Ratio(1, 2)),
      Convention(
        "penalty-half", in: "penalty", "your net's penalty is λ/2 · Σ W²", isUsual: true,
        outputs: ["loss", "gradW1", "gradW2"], credit: 1),
      Convention(
        "penalty-whole", in: "penalty",
        "your net's penalty is λ · Σ W², without the ½, as your edition of neural_net.py may have "
          + "it; it was judged so", outputs: ["loss", "gradW1", "gradW2"], credit: 1),
      Convention(
        "dx-shaped", in: "dx", "your dx has the shape of x", isUsual: true,
        outputs: ["gradH", "gradX"], credit: 1),
      Convention(
        "dx-flat", in: "dx",
        "your dx has one row a sample, where x may have more axes; it was compared with x's "
          + "entries in a row", outputs: ["gradH", "gradX"], credit: 0),
    ],
    names: [
      "affine": Function("affine_forward", ["y": "out"]),
      "affineBackward": Function(
        "affine_backward",
        ["gradY": "dout", "h": "x", "gradH": "dx", "gradW": "dw", "gradB": "db"]),
      "relu": Function("relu_forward", ["z": "x", "h": "out"]),
      "reluBackward": Function("relu_backward", ["gradH": "dout", "z": "x", "gradZ": "dx"]),
      "affineReLU": Function("affine_relu_forward", ["z": "a", "h": "out"]),
      "affineReLUBackward": Function(
        "affine_relu_backward",
        ["gradH": "dout", "gradZ": "da", "z": "a", "gradX": "dx", "gradW": "dw", "gradB": "db"]),
      "softmaxLoss": Function("softmax_loss", ["gradScores": "dx"]),
      "svmLoss": Function("svm_loss", ["gradScores": "dx"]),
      "sgdUpdate": Function("sgd", ["gradW": "dw", "learningRate": "learning_rate"]),
      "rmsPropUpdate": Function(
        "rmsprop", ["gradW": "dw", "learningRate": "learning_rate", "decayRate": "decay_rate"]),
      "adamUpdate": Function("adam", ["gradW": "dw", "learningRate": "learning_rate"]),
      "classicUpdate": Function(
        "sgd_momentum", ["gradW": "dw", "learningRate": "learning_rate"]),
      "dropoutForward": Function("dropout_forward", ["keepProbability": "p"]),
      "dropoutBackward": Function(
        "dropout_backward", ["keepProbability": "p", "gradOut": "dout", "gradX": "dx"]),
      "initialWeights": Function("TwoLayerNet.__init__"),
      "softmaxNetScores": Function("TwoLayerNet.loss"),
      "softmaxNetLoss": Function("TwoLayerNet.loss"),
      "initialize": Function("FullyConnectedNet.__init__"),
      "loss": Function("FullyConnectedNet.loss"),
      "dropoutLoss": Function("FullyConnectedNet.loss"),
      "predict": Function("FullyConnectedNet.loss"),
    ])
}
