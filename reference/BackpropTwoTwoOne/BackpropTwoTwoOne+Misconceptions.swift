import Coursework
import Grading

extension BackpropTwoTwoOneReference {
  /// Every known-wrong variant, in code and on paper.
  ///
  /// A step with the updated W2 is none of them: only a further sheet has a learning rate.
  static let misconceptions: [Misconception] =
    allMistakes.flatMap(misconceptions(of:)) + lossMisconceptions

  /// Those of the network; the loss by itself has its own.
  static let allMistakes =
    sumMistakes(of: shared) + activationMistakes + slopeMistakes + shared.slopeFormulas
    + wayBackMistakes(of: shared)

  /// The mistakes that the 2-3-1 network has as well.
  static let shared = SigmoidNetMistakes(
    forwardQuestion: "forward", backwardQuestion: "backward", hidden: "x1", output: "x2",
    target: "y",
    sums: "z1 = W1·x0 + b1 and z2 = W2·x1 + b2", gradW2: "δ2·x1ᵀ")

  /// What goes wrong in the weighted sums, whatever the activation; the backward pass and the sheet
  /// inherit it.
  static func sumMistakes(of shared: SigmoidNetMistakes) -> [SigmoidNetMistake] {
    [
      shared.forwardMistake(
        "P7", looksLike: "you used W1 with its rows and columns swapped",
        why: "row j of W1 holds the weights into hidden unit j, so "
          + "z1[j] = W1[j, 0]·x0[0] + W1[j, 1]·x0[1] + b1[j]",
        at: "z1"
      ) { $0.parameters = { $0.w1 = $0.w1.transposed() } },
      shared.withoutBiases("P16"),
      shared.withoutHiddenBias("P22"),
      shared.withoutOutputBias("P23"),
      shared.withSubtractedBiases("AF2"),
    ]
  }

  /// What goes wrong with the activations.
  private static let activationMistakes: [SigmoidNetMistake] = [
    shared.sigmoidOfMinusZ("P13"),
    shared.tanhInHiddenLayer("P12"),
    shared.tanhInOutputLayer("P24"),
    shared.reluInHiddenLayer("P25"),
    shared.reluInOutputLayer("P26"),
    shared.linearHiddenLayer("P21"),
    shared.linearOutput("P10"),
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
  static func inputs(_ question: Question) throws -> MistakenSigmoidNet.Inputs {
    MistakenSigmoidNet.Inputs(
      x: try question.tensor("x0").reshaped(1, 2),
      target: question.name == "forward"
        ? Tensor([0]) : try question.tensor("y").reshaped(1),
      w1: try question.tensor("w1"), b1: try question.tensor("b1"),
      w2: try question.tensor("w2").row(0), b2: try question.number("b2"),
      rate: try question.inputs["lr"] == nil ? nil : question.number("lr"))
  }

  static func answer(
    _ results: MistakenSigmoidNet.Results, to question: Question
  ) -> Answer {
    switch question.name {
    case "forward":
      [
        "z1": .tensor(results.z1.row(0)), "x1": .tensor(results.h.row(0)),
        "z2": .number(results.z2.scalar), "x2": .number(results.y.scalar),
      ]
    case "backward":
      [
        "gradW1": .tensor(results.gradW1), "gradB1": .tensor(results.gradB1),
        "gradW2": .tensor(results.gradW2.reshaped(1, 2)), "gradB2": .number(results.gradB2),
      ]
    default:
      [
        "z1": .tensor(results.z1.row(0)), "x1": .tensor(results.h.row(0)),
        "z2": .number(results.z2.scalar), "x2": .number(results.y.scalar),
        "loss": .number(results.loss), "dW2": .tensor(results.gradW2.reshaped(1, 2)),
        "db2": .number(results.gradB2), "dW1": .tensor(results.gradW1),
        "db1": .tensor(results.gradB1),
      ].merging(updated(results)) { $1 }
    }
  }

  /// The new weights and biases, where a step downhill is asked.
  private static func updated(_ results: MistakenSigmoidNet.Results) -> Answer {
    [
      "newW2": results.updated[.w2]?.reshaped(1, 2), "newb2": results.updated[.b2],
      "newW1": results.updated[.w1], "newb1": results.updated[.b1],
    ].compactMapValues { $0.map(Value.tensor) }
  }
}
