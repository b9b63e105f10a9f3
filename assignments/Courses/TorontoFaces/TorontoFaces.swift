import Grading

extension Course {
  /// The face recognition coursework of Toronto's CSC411 and CSC311.
  ///
  /// It writes the layers and their gradients one by one, the momentum update as a moving average, and
  /// trains a network made of them.
  package static let torontoFaces = Course(
    id: "toronto-faces", title: "Toronto CSC411", folder: "TorontoFaces",
    entries: [
      Entry(
        "affine-relu", weight: 35, parts: ["affine", "affine-backward", "relu", "relu-backward"]),
      Entry("momentum-update", weight: 15, parts: ["moving-average"]),
      Entry(
        "face-net", weight: 50,
        inPython: ["initialize", "forward", "backward", "softmax", "evaluate", "train"]),
    ],
    conventions: [
      Convention(
        "momentum-average", in: "momentum", "your velocity is a moving average of gradients",
        isUsual: true, outputs: ["w", "v"], credit: Ratio(1, 2)),
      Convention(
        "momentum-classic", in: "momentum",
        "your velocity is the step itself (v = m·v − η·g, w = w + v), not an average of gradients; "
          + "it was judged as the classic form that it is", outputs: ["w", "v"],
        credit: Ratio(1, 2)),
      Convention(
        "momentum-none", in: "momentum",
        "your update has no momentum, as your edition of the course asks; it was judged as the "
          + "plain gradient step that it is", outputs: ["w", "v"], credit: 0),
      Convention(
        "momentum-on-weights", in: "momentum-on-biases", "your biases move without momentum",
        isUsual: true, outputs: ["b"], credit: Ratio(1, 2)),
      Convention(
        "momentum-on-biases", in: "momentum-on-biases",
        "your biases move with momentum too, and were judged so", outputs: ["b"],
        credit: Ratio(1, 2)),
    ],
    names: [
      "affine": Function("Affine"),
      "affineBackward": Function(
        "AffineBackward",
        ["gradY": "grad_y", "gradH": "grad_h", "gradW": "grad_w", "gradB": "grad_b"]),
      "relu": Function("ReLU"),
      "reluBackward": Function("ReLUBackward", ["gradH": "grad_h", "gradZ": "grad_z"]),
      "movingAverageUpdate": Function(
        "NNUpdate", ["gradW": "dE_dW", "gradB": "dE_db", "learningRate": "eps"]),
      "initialize": Function("InitNN"),
      "forward": Function("NNForward"),
      "backward": Function("NNBackward"),
      "softmax": Function("Softmax"),
      "evaluate": Function("Evaluate"),
      "train": Function("Train"),
    ])
}
