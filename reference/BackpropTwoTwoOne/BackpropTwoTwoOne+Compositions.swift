import Coursework
import Grading
import Tensors

extension BackpropTwoTwoOneReference {
  /// The backward pass begins with the forward pass.
  static let compositions: [Composition] = [
    Composition("backward", of: ["forward"]) { question, ask in
      let forward = Question("forward", question.inputs.filter { $0.key != "y" })
      let out = try backward(
        x0: question.tensor("x0"), y: question.tensor("y"), w2: question.tensor("w2"),
        x1: ask("x1", forward), x2: ask("x2", forward))
      return [
        "gradW1": .tensor(out.gradW1), "gradB1": .tensor(out.gradB1),
        "gradW2": .tensor(out.gradW2), "gradB2": .tensor(out.gradB2),
      ]
    }
  ]
}
