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
      "momentum-classic":
        "your velocity is the step itself (v = m·v − η·g, w = w + v), not an average of gradients; "
        + "it was judged as the classic form that it is",
      "momentum-none":
        "your update has no momentum, as your edition of the course asks; it was judged as the plain "
        + "gradient step that it is",
      "momentum-on-biases": "your biases move with momentum too, and were judged so",
    ],
    functionNames: [
      "affine": "Affine",
      "affineBackward": "AffineBackward",
      "relu": "ReLU",
      "reluBackward": "ReLUBackward",
      "movingAverageUpdate": "NNUpdate",
      "initialize": "InitNN",
      "forward": "NNForward",
      "backward": "NNBackward",
      "softmax": "Softmax",
      "evaluate": "Evaluate",
      "train": "Train",
    ])
}
