import Grading

extension Course {
  /// The backpropagation homework of Columbia's applied machine learning, as far as it is code.
  package static let columbiaAML = Course(
    id: "columbia-aml", title: "Columbia AML", folder: "ColumbiaAML",
    entries: [Entry("backprop-2-3-1", weight: 100, inPython: ["forward", "backward"])],
    functionNames: [
      "forwardPropagation": "forward_propagation",
      "backPropagation": "back_propagation",
    ])
}
