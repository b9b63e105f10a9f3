import Grading

extension Course {
  /// The exercise with Keras on MNIST: what its layers, metrics and preparations calculate.
  package static let kerasMNIST = Course(
    id: "keras-mnist", title: "Keras on MNIST", folder: "KerasMNIST",
    entries: [
      Entry(
        "data-preparation", weight: 20,
        parts: ["flatten", "min-max", "min-max-constant", "one-hot", "stratified"], inPython: []),
      Entry("dense-classifier", weight: 50, inPython: []),
      Entry("classifier-metrics", weight: 30, inPython: []),
    ])
}
