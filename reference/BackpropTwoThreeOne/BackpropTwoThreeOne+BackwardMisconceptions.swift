import Coursework
import Grading

extension BackpropTwoThreeOneReference {
  /// Wrong derivatives of the sigmoid.
  static let slopeMistakes: [SigmoidNetMistake] = [
    shared.slopeWithFactorZ("G1"),
    shared.slopeAtActivation("G2"),
    shared.slopeOfSum("G3"),
    shared.slopeWithOneDenominator("G4"),
    shared.activationForSlope("G5"),
    shared.negativeSlope("G6"),
    shared.slopeOfTanh("G7"),
    shared.withoutOutputSlope("K7"),
    shared.withoutHiddenSlope("K8"),
    shared.slopeAtActivation("K12", in: .output),
    shared.slopeAtActivation("K12b", in: .hidden),
    shared.slopeOfSum("K15", in: .hidden),
  ]

  /// Shapes, signs and factors on the way back, whatever the activation.
  static func wayBackMistakes(of shared: SigmoidNetMistakes) -> [SigmoidNetMistake] {
    [
      shared.backwardMistake(
        "K1",
        looksLike: "your gradW1 is the transpose of the right one: 2 by 3, as xᵀ·δ1 gives it",
        why: "a gradient has the shape of what it is the gradient of: W1 is 3 by 2, "
          + "so gradW1 = δ1ᵀ·x",
        at: "gradW1"
      ) { $0.results = { out, _ in out.gradW1 = out.gradW1.transposed() } },
      shared.backwardMistake(
        "K6",
        looksLike: "your gradW1 holds the right numbers in the wrong places: reshaped, "
          + "not transposed",
        why: "xᵀ·δ1 is 2 by 3; only its transpose, δ1ᵀ·x, puts each number beside its weight",
        at: "gradW1"
      ) { $0.results = { out, _ in out.gradW1 = out.gradW1.transposed().reshaped(3, 2) } },
      shared.backwardMistake(
        "K13",
        looksLike: "your gradW1 and gradB1 are a third of the right ones: "
          + "divided by the hidden units",
        why: "the mean in the loss goes over the samples alone; the hidden units are not averaged",
        at: "gradW1 and gradB1"
      ) {
        $0.results = { out, _ in
          out.gradW1 /= 3
          out.gradB1 /= 3
        }
      },
      shared.oppositeSign("K14"),
      shared.sumsForActivations("P6"),
      shared.withoutWayBack("P18"),
      shared.withoutBiasGradients("P15"),
    ]
  }
}
