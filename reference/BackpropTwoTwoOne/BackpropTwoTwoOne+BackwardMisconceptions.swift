import Coursework
import Grading

extension BackpropTwoTwoOneReference {
  /// Wrong derivatives of the sigmoid.
  static let slopeMistakes: [SigmoidNetMistake] = [
    shared.slopeWithFactorZ("G1"),
    shared.backwardMistake(
      "G1b",
      looksLike: "your derivatives of the sigmoid have an extra factor z, "
        + "and in the hidden layer one of the two factors 1 + exp(−z) is missing below the line",
      why: "the inner derivative of −z is −1, not −z, and the denominator is squared; "
        + SigmoidNetMistakes.rightSlope,
      at: "the derivative of the sigmoid", onPaper: "σ′(z2) and σ′(z1)"
    ) {
      $0.outputSlope = .factorZ
      $0.hiddenSlope = .factorZOneDenominator
    },
    shared.slopeAtActivation("G2"),
    shared.slopeOfSum("G3"),
    shared.slopeWithOneDenominator("G4"),
    shared.activationForSlope("G5"),
    shared.negativeSlope("G6"),
    shared.slopeOfTanh("G7"),
    shared.withoutOutputSlope("P1"),
    shared.withoutHiddenSlope("P5"),
    shared.slopeAtActivation("P8a", in: .output),
    shared.slopeAtActivation("P8b", in: .hidden),
    shared.slopeOfSum("P9", in: .output),
  ]

  /// What else goes wrong on the way back, whatever the activation.
  static func wayBackMistakes(of shared: SigmoidNetMistakes) -> [SigmoidNetMistake] {
    [
      shared.backwardMistake(
        "P2", kind: .convention,
        looksLike: "your gradients are twice the right ones: those of the loss (ŷ − y)²",
        why: "others define the loss without ½; here it is ½·(ŷ − y)², and its derivative is ŷ − y",
        at: "δ2"
      ) {
        $0.loss = { y, target in (y - target).squared().sum() }
        $0.lossSlope = { y, target in 2 * (y - target) }
      },
      SigmoidNetMistake(
        "P2b", in: ["worksheet"],
        looksLike: "your gradients are twice the right ones",
        why: "the derivative of ½·(x2 − y)² is x2 − y: the 2 from the square and the ½ cancel",
        at: "δ2", of: shared.base
      ) { $0.lossSlope = { y, target in 2 * (y - target) } },
      shared.oppositeSign("P3"),
      shared.sumsForActivations("P6"),
      shared.backwardMistake(
        "P11",
        looksLike: "on the way back to the hidden layer you multiply by the first row of W1, "
          + "not by W2",
        why: "the error goes back through the weights that it came through: "
          + "δ1[j] has the factor W2[0, j]",
        at: "δ1"
      ) { $0.wayBack = { $0.w1.row(0) } },
      shared.withoutWayBack("P18"),
      shared.backwardMistake(
        "P14", looksLike: "your gradW1 has its rows and columns swapped",
        why: "gradW1[j, i] belongs to W1[j, i], from input i to hidden unit j: it is δ1[j]·x0[i]",
        at: "gradW1"
      ) { $0.results = { out, _ in out.gradW1 = out.gradW1.transposed() } },
      shared.backwardMistake(
        "P7b",
        looksLike:
          "you used W1 with its rows and columns swapped, and its gradient came out swapped",
        why:
          "row j of W1 holds the weights into hidden unit j: z1 = W1·x0 + b1 and gradW1 = δ1·x0ᵀ",
        at: "z1"
      ) {
        $0.parameters = { $0.w1 = $0.w1.transposed() }
        $0.results = { out, _ in out.gradW1 = out.gradW1.transposed() }
      },
      shared.backwardMistake(
        "P20", looksLike: "your gradW1 uses x1; it must use x0",
        why: "what W1 multiplies in the forward pass is the input x0, so gradW1 = δ1·x0ᵀ",
        at: "gradW1"
      ) { $0.results = { out, _ in out.gradW1 = out.delta1.transposed().matmul(out.h) } },
      shared.withoutBiasGradients("P15"),
    ]
  }
}
