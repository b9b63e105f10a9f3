import Coursework
import Grading

extension BackpropTwoTwoOneReference {
  /// Every known-wrong variant, in code and on paper.
  static let misconceptions: [Misconception] =
    (forwardMistakes + slopeMistakes + backwardMistakes)
    .flatMap(misconceptions(of:)) + lossMisconceptions

  /// What goes wrong in the forward pass; the backward pass and the sheet inherit it.
  private static let forwardMistakes: [SigmoidNetMistake] = [
    SigmoidNetMistake(
      "P7", in: ["forward", "backward", "worksheet"],
      looksLike: "you used W1 with its rows and columns swapped",
      why: "row j of W1 holds the weights into hidden unit j, so z1[j] = W1[j, 0]·x0[0] + W1[j, "
        + "1]·x0[1] + b1[j]",
      at: "z1"
    ) { $0.parameters = { $0.w1 = $0.w1.transposed() } },
    SigmoidNetMistake(
      "P16", in: ["forward", "backward", "worksheet"],
      looksLike: "the biases b1 and b2 are left out",
      why: "each weighted sum has its bias added: z1 = W1·x0 + b1 and z2 = W2·x1 + b2",
      at: "z1 and z2"
    ) {
      $0.parameters = {
        $0.b1 = 0 * $0.b1
        $0.b2 = 0
      }
    },
    SigmoidNetMistake(
      "AF2", in: ["forward", "backward", "worksheet"],
      looksLike: "the biases b1 and b2 are subtracted; they must be added",
      why: "z1 = W1·x0 + b1 and z2 = W2·x1 + b2", at: "z1 and z2"
    ) {
      $0.parameters = {
        $0.b1 = -$0.b1
        $0.b2 = -$0.b2
      }
    },
    SigmoidNetMistake(
      "P13", in: ["forward", "backward", "worksheet"],
      looksLike: "your sigmoid is 1/(1 + exp(z)); the sign in front of z is missing",
      why: "the sigmoid is 1/(1 + exp(−z)): it grows with z, from 0 to 1", at: "x1 and x2"
    ) {
      $0.hiddenActivation = { Sigmoid.forward(-$0) }
      $0.outputActivation = { Sigmoid.forward(-$0) }
    },
    SigmoidNetMistake(
      "P12", in: ["forward", "backward", "worksheet"],
      looksLike: "your hidden layer uses tanh; this network uses the sigmoid in both layers",
      why: "x1 = 1/(1 + exp(−z1)), which lies between 0 and 1", at: "x1"
    ) {
      $0.hiddenActivation = { $0.tanh() }
      $0.hiddenSlope = MistakenSigmoidNet.WrongSlope.ofTanh
    },
    SigmoidNetMistake(
      "P21", in: ["forward", "backward", "worksheet"],
      looksLike: "your hidden layer has no sigmoid: x1 equals z1",
      why: "x1 = 1/(1 + exp(−z1)); without it the two layers are one", at: "x1"
    ) {
      $0.hiddenActivation = { $0 }
      $0.hiddenSlope = MistakenSigmoidNet.WrongSlope.leftOut
    },
    SigmoidNetMistake(
      "P10", in: ["forward", "backward", "worksheet"],
      looksLike: "your output layer has no sigmoid: x2 equals z2",
      why: "the sigmoid is applied in both layers: x2 = 1/(1 + exp(−z2))", at: "x2"
    ) {
      $0.outputActivation = { $0 }
      $0.outputSlope = MistakenSigmoidNet.WrongSlope.leftOut
    },
  ]

  /// What goes wrong in the loss.
  private static let lossMisconceptions: [Misconception] = [
    loss(
      "Q1", kind: .convention, looksLike: "this is the squared error without the ½",
      why: "others define it so, but here the loss is ½·(ŷ − y)²"
    ) { ($0 - $1) * ($0 - $1) },
    loss(
      "Q5", looksLike: "the ½ is applied twice: your loss is ¼·(ŷ − y)²",
      why: "with one sample and one output there is nothing else to average over"
    ) { ($0 - $1) * ($0 - $1) / 4 },
    loss(
      "Q11", looksLike: "you add ŷ and y before you square",
      why: "the loss measures how far ŷ is from y: ½·(ŷ − y)²"
    ) { ($0 + $1) * ($0 + $1) / 2 },
    loss(
      "Q16", looksLike: "you square ŷ and y first and subtract afterwards",
      why: "the difference is squared, not its parts: ½·(ŷ − y)²"
    ) { ($0 * $0 - $1 * $1) / 2 },
    loss(
      "Q17", looksLike: "your loss is the distance |ŷ − y|, not half its square",
      why: "the loss is ½·(ŷ − y)²; with a root or without the square it has another gradient"
    ) { abs($0 - $1) },
    loss(
      "Q19", looksLike: "the square is missing: your loss is ½·(ŷ − y)",
      why: "without the square the loss falls below 0 when ŷ is too small: ½·(ŷ − y)²"
    ) { ($0 - $1) / 2 },
    loss(
      "Q20", looksLike: "your loss has the opposite sign",
      why: "a loss is made small by training, so it is ½·(ŷ − y)², never below 0"
    ) { -($0 - $1) * ($0 - $1) / 2 },
    loss(
      "S9", looksLike: "this is the cross-entropy of ŷ and y",
      why: "this exercise uses the squared error ½·(ŷ − y)²"
    ) { yHat, y in
      let (log, other) = (Tensor(yHat).log().scalar, Tensor(1 - yHat).log().scalar)
      return -(y * log + (1 - y) * other)
    },
  ]

  private static func loss(
    _ id: String, kind: Misconception.Kind = .mistake, looksLike: String, why: String,
    _ formula: @escaping @Sendable (_ yHat: Double, _ y: Double) -> Double
  ) -> Misconception {
    Misconception(
      id, of: "loss", kind: kind, looksLike: looksLike, why: why, where: "loss, its formula"
    ) { ["loss": .number(formula(try $0.number("yHat"), try $0.number("y")))] }
  }

  // MARK: - From a question to the network and back

  /// A mistake as a misconception of each question whose answer it changes.
  static func misconceptions(of mistake: SigmoidNetMistake) -> [Misconception] {
    mistake.misconceptions(inputs: inputs, answer: answer)
  }

  /// The one sample as a batch; the forward pass has no target.
  private static func inputs(_ question: Question) throws -> MistakenSigmoidNet.Inputs {
    MistakenSigmoidNet.Inputs(
      x: try question.tensor("x0").reshaped(1, 2),
      target: question.name == "forward"
        ? Tensor([0]) : try question.tensor("y").reshaped(1),
      w1: try question.tensor("w1"), b1: try question.tensor("b1"),
      w2: try question.tensor("w2").row(0), b2: try question.number("b2"))
  }

  private static func answer(
    _ results: MistakenSigmoidNet.Results, to question: Question
  ) -> Answer {
    let forward: Answer = [
      "z1": .tensor(results.z1.row(0)), "x1": .tensor(results.h.row(0)),
      "z2": .number(results.z2.scalar), "x2": .number(results.y.scalar),
    ]
    if question.name == "forward" { return forward }
    let gradients: Answer = [
      "W1": .tensor(results.gradW1), "B1": .tensor(results.gradB1),
      "W2": .tensor(results.gradW2.reshaped(1, 2)), "B2": .number(results.gradB2),
    ]
    if question.name == "backward" {
      return Dictionary(uniqueKeysWithValues: gradients.map { ("grad\($0.key)", $0.value) })
    }
    let onPaper = gradients.map { ("d\($0.key.replacing("B", with: "b"))", $0.value) }
    return forward.merging(onPaper) { first, _ in first }
      .merging(["loss": .number(results.loss)]) { first, _ in first }
  }
}
