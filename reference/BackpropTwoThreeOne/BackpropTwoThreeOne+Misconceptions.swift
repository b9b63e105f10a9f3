import Coursework
import Grading

extension BackpropTwoThreeOneReference {
  /// Every known-wrong variant, in code and on paper.
  ///
  /// A step with the updated W2 is none of them: no question has a learning rate.
  static let misconceptions: [Misconception] = allMistakes.flatMap(misconceptions(of:))

  /// Those of the network.
  static let allMistakes =
    forwardMistakes + slopeMistakes + shared.slopeFormulas + lossMistakes(of: shared)
    + batchMistakes + factorMistakes + wayBackMistakes(of: shared)

  /// The mistakes that the 2-2-1 network has as well.
  static let shared = SigmoidNetMistakes(
    forwardQuestion: "forwardPropagation", backwardQuestion: "backPropagation", hidden: "h",
    output: "y",
    target: "target", sums: "z1 = x·W1ᵀ + b1 and z2 = h·W2 + b2", gradW2: "hᵀ·δ2")

  /// What goes wrong in the forward pass; the backward pass and the sheet inherit it.
  private static let forwardMistakes: [SigmoidNetMistake] = [
    reshapedWeights(of: shared),
    shared.withoutBiases("P16", onPaper: false),
    shared.withoutHiddenBias("P22", onPaper: false),
    shared.withoutOutputBias("P23", onPaper: false),
    shared.withSubtractedBiases("AF2", onPaper: false),
    shared.sigmoidOfMinusZ("P13"),
    shared.tanhInHiddenLayer("P12"),
    shared.tanhInOutputLayer("P24"),
    shared.reluInHiddenLayer("P25"),
    shared.reluInOutputLayer("P26"),
    shared.linearHiddenLayer("P21"),
    shared.linearOutput("P10"),
    SigmoidNetMistake(
      "K17", in: [shared.forwardQuestion], kind: .convention,
      looksLike: "your z1 and h are transposed: they have a column for each sample",
      why: "others write samples as columns, but here each row is a sample: z1 = x·W1ᵀ + b1",
      at: "z1"
    ) {
      $0.results = { out, _ in (out.z1, out.h) = (out.z1.transposed(), out.h.transposed()) }
    },
  ]

  static func reshapedWeights(of shared: SigmoidNetMistakes) -> SigmoidNetMistake {
    shared.forwardMistake(
      "K16",
      looksLike: "the six numbers of W1 are used as a 2 by 3 matrix: reshaped, not transposed",
      why: "W1 is (3, 2), a row for each hidden unit; its transpose W1ᵀ moves the numbers, "
        + "a reshape does not",
      at: "z1"
    ) {
      $0.parameters = { $0.w1 = $0.w1.reshaped(2, 3).transposed() }
      $0.results = { out, _ in out.gradW1 = out.gradW1.transposed().reshaped(3, 2) }
    }
  }

  // MARK: - From a question to the network and back

  /// A mistake as a misconception of each question whose answer it changes.
  static func misconceptions(of mistake: SigmoidNetMistake) -> [Misconception] {
    mistake.misconceptions(inputs: inputs, answer: answer)
  }

  /// The sheet's one sample is a batch of one; the forward pass has no target.
  static func inputs(_ question: Question) throws -> MistakenSigmoidNet.Inputs {
    let x = try question.tensor("x").reshaped(-1, 2)
    return MistakenSigmoidNet.Inputs(
      x: x,
      target: question.name == "forwardPropagation"
        ? .zeros(x.shape[0]) : try question.tensor("target").reshaped(-1),
      w1: try question.tensor("w1"), b1: try question.tensor("b1"),
      w2: try question.tensor("w2"), b2: try question.number("b2"))
  }

  static func answer(
    _ results: MistakenSigmoidNet.Results, to question: Question
  ) -> Answer {
    switch question.name {
    case "forwardPropagation":
      [
        "z1": .tensor(results.z1), "h": .tensor(results.h), "z2": .tensor(results.z2),
        "y": .tensor(results.y),
      ]
    case "backPropagation":
      [
        "loss": .number(results.loss), "gradW1": .tensor(results.gradW1),
        "gradB1": .tensor(results.gradB1), "gradW2": .tensor(results.gradW2),
        "gradB2": .number(results.gradB2),
      ]
    case _ where results.y.count > 1:
      [
        "z1": .tensor(results.z1), "h": .tensor(results.h), "z2": .tensor(results.z2),
        "y": .tensor(results.y), "loss": .number(results.loss),
        "delta2": .tensor(results.delta2), "delta1": .tensor(results.delta1),
        "dW2": .tensor(results.gradW2), "db2": .number(results.gradB2),
        "dW1": .tensor(results.gradW1), "db1": .tensor(results.gradB1),
      ]
    default:
      [
        "z1": .tensor(results.z1.row(0)), "h": .tensor(results.h.row(0)),
        "z2": .number(results.z2.scalar), "y": .number(results.y.scalar),
        "loss": .number(results.loss), "dW2": .tensor(results.gradW2),
        "db2": .number(results.gradB2), "dW1": .tensor(results.gradW1),
        "db1": .tensor(results.gradB1),
      ]
    }
  }
}
