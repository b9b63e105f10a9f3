import Grading

extension Course {
  /// The backpropagation homework of Columbia's applied machine learning, as far as it is code.
  package static let columbiaAML = Course(
    id: "columbia-aml", title: "Columbia AML", folder: "ColumbiaAML",
    entries: [Entry("backprop-2-3-1", weight: 100, inPython: ["forward", "backward"])],
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
