import Grading

extension Course {
  /// The neural network homework of UCLA's CS145, as far as it is code.
  package static let cs145 = Course(
    id: "cs145", title: "CS145", folder: "CS145",
    entries: [
      Entry("backprop-2-2-1", weight: 50, inPython: ["forward", "loss", "backward"]),
      Entry(
        "two-layer-net", weight: 50,
        parts: ["mse-scores", "mse-loss", "training", "prediction"]),
    ],
    conventions: [
      Convention(
        "batch-without-replacement", in: "batches",
        "your batches hold no sample twice, which the course leaves open; each step was compared "
          + "on a batch that was drawn for you", credit: 1)
    ],
    names: [
      "loss": Function("loss", ["yHat": "y_hat"]),
      "backward": Function(
        "backward", ["gradW1": "dW1", "gradB1": "db1", "gradW2": "dW2", "gradB2": "db2"]),
      "mseNetScores": Function("TwoLayerNet.loss"),
      "mseNetLoss": Function("TwoLayerNet.loss"),
      "trainMSENet": Function("TwoLayerNet.train"),
      "predict": Function("TwoLayerNet.predict"),
    ])
}
