import Coursework
import Grading
import Tensors

extension BackpropTwoThreeOneReference {
  /// The backward pass begins with the forward pass.
  static let compositions: [Composition] = [
    Composition("backPropagation", of: ["forwardPropagation"]) { question, ask in
      let forward = Question(
        "forwardPropagation", question.inputs.filter { $0.key != "target" })
      let out = try backward(
        x: question.tensor("x"), target: question.tensor("target"), w2: question.tensor("w2"),
        h: ask("h", forward), y: ask("y", forward))
      return [
        "loss": .tensor(out.loss), "gradW1": .tensor(out.gradW1), "gradB1": .tensor(out.gradB1),
        "gradW2": .tensor(out.gradW2), "gradB2": .tensor(out.gradB2),
      ]
    }
  ]
}
