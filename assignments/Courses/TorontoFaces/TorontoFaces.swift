import Grading

extension Course {
  /// The face recognition coursework of Toronto's CSC411 and CSC311.
  ///
  /// It writes the layers and their gradients one by one, and the momentum update as a moving average.
  package static let torontoFaces = Course(
    id: "toronto-faces", title: "Toronto CSC411", folder: "TorontoFaces",
    entries: [
      Entry(
        "affine-relu", weight: 70, parts: ["affine", "affine-backward", "relu", "relu-backward"]),
      Entry("momentum-update", weight: 30, parts: ["moving-average"]),
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
    ])
}
