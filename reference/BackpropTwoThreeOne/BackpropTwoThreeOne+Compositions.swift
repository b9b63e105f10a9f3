import Coursework
import Grading
import Tensors

extension BackpropTwoThreeOneReference {
  /// The backward pass begins with the forward pass.
  static let compositions: [Composition] = [
    Composition("backPropagation", of: ["forwardPropagation"]) { question, ask in
      let forward = Question(
        "forwardPropagation", question.inputs.filter { $0.key != "target" })
      let (h, y) = (try ask("h", forward), try ask("y", forward))
      let (x, target) = (try question.tensor("x"), try question.tensor("target"))
      let n = x.shape[0]
      let delta2 = (y - target) / Double(n) * Sigmoid.slope(y)
      let delta1 = try delta2.reshaped(n, 1) * question.tensor("w2") * Sigmoid.slope(h)
      return [
        "loss": .tensor(loss(y: y, target: target)),
        "gradW1": .tensor(delta1.transposed().matmul(x)), "gradB1": .tensor(delta1.sum(axis: 0)),
        "gradW2": .tensor(h.transposed().matmul(delta2)), "gradB2": .number(delta2.sum()),
      ]
    }
  ]
}
