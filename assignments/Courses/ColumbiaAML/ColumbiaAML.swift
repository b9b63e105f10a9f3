import Grading

extension Course {
  /// The fourth homework of Columbia's applied machine learning: backpropagation, by hand and as
  /// code, and a dense net for pictures.
  package static let columbiaAML = Course(
    id: "columbia-aml", title: "Columbia AML", folder: "ColumbiaAML",
    entries: [
      Entry("backprop-2-3-1", weight: 50, inPython: ["forward", "backward"]),
      Entry("data-preparation", weight: 20, parts: ["flatten", "split"], inPython: []),
      Entry(
        "dense-classifier", weight: 30,
        parts: ["network", "counts", "evaluation", "adam", "steps"], inPython: []),
    ],
    conventions: [
      Convention(
        "any-batch", in: "batch", "your code takes any number of samples", isUsual: true, credit: 1),
      Convention(
        "thousand-samples", in: "batch",
        "your code works for 1000 samples alone, as many as the notebook has, and was asked with "
          + "those of each question over and over; N is the number of rows of X",
        credit: Ratio(1, 2)),
    ],
    names: [
      "forwardPropagation": Function(
        "forward_propagation", ["x": "X", "z1": "Z1", "h": "H", "z2": "Z2", "y": "Y"]),
      "backPropagation": Function(
        "back_propagation",
        [
          "x": "X", "z1": "Z1", "h": "H", "z2": "Z2", "y": "Y", "gradW1": "dLdW1",
          "gradB1": "dLdb1", "gradW2": "dLdW2", "gradB2": "dLdb2",
        ]),
    ])
}
