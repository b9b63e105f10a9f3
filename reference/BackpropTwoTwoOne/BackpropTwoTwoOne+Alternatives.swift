import Coursework
import Grading
import NumericChecks

extension BackpropTwoTwoOneReference {
  /// Right answers written differently, in code and on paper.
  static let alternatives: [Alternative] =
    SigmoidNetWay.all.flatMap { way in
      way.alternatives(
        of: ["forward", "backward", Check.worksheetQuestion], inputs: inputs, answer: answer)
    }
    + lossAlternatives + [dualNumbers]
    + Alternative.sheets(
      reference: { try solve($0) }, results: ["loss", "dW2", "db2", "dW1", "db1"],
      inputs: inputs, answer: answer)

  private static let lossAlternatives: [Alternative] = [
    loss("target-first", "(y − ŷ)²/2") { ($1 - $0) * ($1 - $0) / 2 },
    loss("power", "half of |ŷ − y| by itself") { 0.5 * abs($0 - $1) * abs($1 - $0) },
    loss("expanded", "ŷ²/2 − ŷ·y + y²/2") { $0 * $0 / 2 - $0 * $1 + $1 * $1 / 2 },
    loss("doubled", "(2·(ŷ − y))²/8") { (2 * ($0 - $1)) * (2 * ($0 - $1)) / 8 },
  ]

  private static func loss(
    _ id: String, _ summary: String,
    _ formula: @escaping @Sendable (_ yHat: Double, _ y: Double) -> Double
  ) -> Alternative {
    Alternative("loss-\(id)", of: "loss", summary) {
      ["loss": .number(formula(try $0.number("yHat"), try $0.number("y")))]
    }
  }

  /// The derivatives come from the forward pass alone.
  private static let dualNumbers = Alternative(
    "backward-dual-numbers", of: "backward", "derivatives by dual numbers"
  ) { question in
    let names = ["w1", "b1", "w2", "b2"]
    let parameters = try names.map { try question.tensor($0) }
    let (x0, y) = (try question.tensor("x0"), try question.tensor("y"))
    let gradients = names.indices.map { varied in
      gradient(
        of: { (variable: Dual) in
          let all = parameters.indices.map {
            $0 == varied ? variable : Dual(constant: parameters[$0])
          }
          let out = forward(
            x0: Dual(constant: x0), w1: all[0], b1: all[1], w2: all[2], b2: all[3])
          return loss(yHat: out.x2, y: Dual(constant: y))
        }, at: parameters[varied])
    }
    return [
      "gradW1": .tensor(gradients[0]), "gradB1": .tensor(gradients[1]),
      "gradW2": .tensor(gradients[2]), "gradB2": .tensor(gradients[3]),
    ]
  }
}
