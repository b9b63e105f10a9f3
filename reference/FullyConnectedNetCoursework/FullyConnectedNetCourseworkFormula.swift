import Coursework
import Grading

/// The right answers of `fully-connected-net`, for any numbers; chance alone decides the others.
struct FullyConnectedNetCourseworkFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "loss":
      let (weights, biases) = try layers(in: inputs)
      return FullyConnectedPass.lossAndGradients(
        x: try given("x"), labels: try given("labels"), weights: weights, biases: biases,
        regularization: try given("regularization")
      ).named
    case "dropoutLoss":
      let (weights, biases) = try layers(in: inputs)
      let x = try given("x")
      let masks = FullyConnectedPass.masks(
        samples: x.shape[0], hiddenSizes: weights.dropLast().map { $0.shape[1] },
        keepProbability: try given("keepProbability").value.scalar,
        seed: UInt32(try given("seed").value.scalar))
      return FullyConnectedPass.lossAndGradients(
        x: x, labels: try given("labels"), weights: weights, biases: biases, masks: masks
      ).named
    case "predict":
      let (weights, biases) = try layers(in: inputs)
      let scores = FullyConnectedPass.scores(x: try given("x"), weights: weights, biases: biases)
      let labels = scores.value.argmax(axis: 1)
      return ["labels": A(constant: Tensor(labels.map(Double.init)))]
    default:
      return nil
    }
  }

  /// The weights and biases; one that is missing is named.
  private func layers<A>(in inputs: [String: A]) throws -> (weights: [A], biases: [A]) {
    let numbers = (1...).prefix { inputs["w\($0)"] != nil || inputs["b\($0)"] != nil }
    return (
      try numbers.map { try input("w\($0)", of: inputs) },
      try numbers.map { try input("b\($0)", of: inputs) }
    )
  }
}
