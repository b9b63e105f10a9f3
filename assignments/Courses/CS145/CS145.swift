import Grading

extension Course {
  /// The neural network homework of UCLA's CS145, as far as it is code.
  package static let cs145 = Course(
    id: "cs145", title: "CS145", folder: "CS145",
    entries: [
      Entry("backprop-2-2-1", weight: 100, inPython: ["forward", "loss", "backward"])
    ],
    names: [
      "loss": Function("loss", ["yHat": "y_hat"]),
      "backward": Function(
        "backward", ["gradW1": "dW1", "gradB1": "db1", "gradW2": "dW2", "gradB2": "db2"]),
    ])
}
