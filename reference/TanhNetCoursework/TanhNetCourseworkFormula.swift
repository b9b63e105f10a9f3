import Coursework
import Grading

/// The right answers of `tanh-net` but for those that chance or a training loop decides.
struct TanhNetCourseworkFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "forward":
      let (weights, biases) = try layers(of: inputs)
      let z = try TanhNet.activations(x: given("x"), weights: weights, biases: biases)
      return ["yHat": z[weights.count]]
    case "loss":
      return ["loss": try TanhNet.loss(y: given("y"), yHat: given("yHat"))]
    case "backward":
      let (weights, biases) = try layers(of: inputs)
      let out = try TanhNet.backward(
        x: given("x"), y: given("y"), weights: weights, biases: biases)
      var gradients: [String: A] = [:]
      for (layer, (gradW, gradB)) in zip(out.gradWeights, out.gradBiases).enumerated() {
        gradients["gradW\(layer + 1)"] = gradW
        gradients["gradB\(layer + 1)"] = gradB
      }
      return gradients
    case "update":
      let new = try Momentum.accumulated(
        w: given("w"), v: given("v"), gradient: given("gradient"),
        learningRate: given("learningRate"), momentum: given("momentum"),
        batchSize: given("batchSize"))
      return ["w": new.w, "v": new.v]
    case "classify":
      return ["classes": try TanhNet.classes(given("yHat"))]
    case "accuracy":
      return ["accuracy": try TanhNet.accuracy(y: given("y"), yHat: given("yHat"))]
    default:
      return nil
    }
  }

  /// w1, b1 and so on, as many as the question names of either.
  private func layers<A>(of inputs: [String: A]) throws -> (weights: [A], biases: [A]) {
    let count =
      inputs.keys.filter { "wb".contains($0.prefix(1)) }
      .compactMap { Int($0.dropFirst()) }.max() ?? 1
    return (
      try (1...count).map { try input("w\($0)", of: inputs) },
      try (1...count).map { try input("b\($0)", of: inputs) }
    )
  }
}
