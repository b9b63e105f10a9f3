import Coursework
import Grading

/// The right answers of `word-trigrams` but for those that count, rank or train.
struct WordTrigramsFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    func layers(_ letter: String) throws -> [A] { try (1...3).map { try given("\(letter)\($0)") } }
    switch question {
    case "forward":
      let s = try WordNet.layers(x: given("x"), weights: layers("w"), biases: layers("b")).s
      return ["p": WordNet.softmax(s)]
    case "loss":
      return ["loss": try WordNet.loss(y: given("y"), p: given("p"))]
    case "backward":
      let out = try WordNet.backward(
        x: given("x"), y: given("y"), weights: layers("w"), biases: layers("b"))
      return [
        "gradW1": out.gradWeights[0], "gradB1": out.gradBiases[0],
        "gradW2": out.gradWeights[1], "gradB2": out.gradBiases[1],
        "gradW3": out.gradWeights[2], "gradB3": out.gradBiases[2],
      ]
    case "update":
      let new = try Momentum.accumulated(
        w: given("w"), v: given("v"), gradient: given("gradient"),
        learningRate: given("learningRate"), momentum: given("momentum"),
        batchSize: given("batchSize"))
      return ["w": new.w, "v": new.v]
    default:
      return nil
    }
  }
}
