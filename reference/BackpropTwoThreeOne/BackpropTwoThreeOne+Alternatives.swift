import Coursework
import Grading
import NumericChecks

extension BackpropTwoThreeOneReference {
  /// Right answers written differently, in code and on paper.
  static let alternatives: [Alternative] =
    SigmoidNetWay.all.flatMap { way in
      way.alternatives(
        of: ["forwardPropagation", "backPropagation", Check.worksheetQuestion], inputs: inputs,
        answer: answer)
    }
    + [dualNumbers]
    + Alternative.sheets(
      reference: { try solve($0) }, results: ["loss", "dW2", "db2", "dW1", "db1"],
      inputs: inputs, answer: answer)

  /// The derivatives come from the forward pass alone.
  private static let dualNumbers = Alternative(
    "backPropagation-dual-numbers", of: "backPropagation", "derivatives by dual numbers"
  ) { question in
    let names = ["w1", "b1", "w2", "b2"]
    let parameters = try names.map { try question.tensor($0) }
    let (x, target) = (try question.tensor("x"), try question.tensor("target"))
    func loss(_ all: [Dual]) -> Dual {
      let out = forward(x: Dual(constant: x), w1: all[0], b1: all[1], w2: all[2], b2: all[3])
      return Self.loss(y: out.y, target: Dual(constant: target))
    }
    let constants = parameters.map { Dual(constant: $0) }
    let gradients = names.indices.map { varied in
      gradient(
        of: { (variable: Dual) in
          var all = constants
          all[varied] = variable
          return loss(all)
        }, at: parameters[varied])
    }
    return [
      "loss": .tensor(loss(constants).value), "gradW1": .tensor(gradients[0]),
      "gradB1": .tensor(gradients[1]), "gradW2": .tensor(gradients[2]),
      "gradB2": .tensor(gradients[3]),
    ]
  }
}
