import Coursework
import Grading
import Tensors

extension BackpropTwoTwoOneReference {
  /// The backward pass begins with the forward pass.
  static let compositions: [Composition] = [
    Composition("backward", of: ["forward"]) { question, ask in
      let forward = Question("forward", question.inputs.filter { $0.key != "y" })
      let (x1, x2) = (try ask("x1", forward), try ask("x2", forward).scalar)
      let delta2 = (x2 - (try question.number("y"))) * (x2 * (1 - x2))
      let delta1 = try question.tensor("w2").row(0) * delta2 * Sigmoid.slope(x1)
      return [
        "gradW1": .tensor(try delta1.reshaped(2, 1) * question.tensor("x0")),
        "gradB1": .tensor(delta1), "gradW2": .tensor((delta2 * x1).reshaped(1, 2)),
        "gradB2": .number(delta2),
      ]
    }
  ]
}
