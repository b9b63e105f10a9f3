import Coursework
import Grading

private typealias Slope = MistakenSigmoidNet.WrongSlope

/// What every sentence about the sigmoid's derivative comes down to.
private let rightSlope = "with a = σ(z) the derivative of the sigmoid is a·(1 − a)"

extension BackpropTwoTwoOneReference {
  /// Wrong derivatives of the sigmoid.
  static let slopeMistakes: [SigmoidNetMistake] = [
    slope(
      "G1",
      looksLike: "your derivative of the sigmoid has an extra factor z: "
        + "z·exp(−z)/(1 + exp(−z))²",
      why: "the inner derivative of −z is −1, not −z; \(rightSlope)",
      at: "the derivative of the sigmoid", both: Slope.factorZ),
    SigmoidNetMistake(
      "G1b", in: ["backward", "worksheet"],
      looksLike: "your derivatives of the sigmoid have an extra factor z, "
        + "and in the hidden layer one of the two factors 1 + exp(−z) is missing below the line",
      why: "the inner derivative of −z is −1, not −z, and the denominator is squared; "
        + "\(rightSlope)",
      at: "the derivative of the sigmoid"
    ) {
      $0.outputSlope = Slope.factorZ
      $0.hiddenSlope = Slope.factorZOneDenominator
    },
    slope(
      "G2", looksLike: "you apply the sigmoid once more to x1 and x2 inside its derivative",
      why: "x1 and x2 are sigmoids already: the derivatives are x1·(1 − x1) and x2·(1 − x2)",
      at: "the derivative of the sigmoid", both: Slope.atActivation),
    slope(
      "G3", looksLike: "your derivative of the sigmoid is z·(1 − z)",
      why: "the formula a·(1 − a) takes the activations: x1 for the hidden layer, "
        + "x2 for the output",
      at: "the derivative of the sigmoid", both: Slope.ofSum),
    slope(
      "G4", looksLike: "your derivative of the sigmoid is exp(−z)/(1 + exp(−z)), which is 1 − a",
      why: "the denominator is squared: \(rightSlope)",
      at: "the derivative of the sigmoid", both: Slope.oneDenominator),
    slope(
      "G5", looksLike: "you multiply by the activation itself where its derivative belongs",
      why: rightSlope, at: "the derivative of the sigmoid", both: Slope.activation),
    slope(
      "G6", looksLike: "your derivative of the sigmoid is −a·(1 − a); its sign is wrong",
      why: "two minus signs meet, from the power −1 and from −z; \(rightSlope)",
      at: "the derivative of the sigmoid", both: Slope.negative),
    slope(
      "G7", looksLike: "your derivative is 1 − a², which belongs to tanh",
      why: rightSlope, at: "the derivative of the sigmoid", both: Slope.ofTanh),
    slope(
      "P1", looksLike: "the derivative of the output's sigmoid is left out",
      why: "δ2 = (x2 − y)·x2·(1 − x2); the sigmoid stands between z2 and the loss",
      at: "δ2", output: Slope.leftOut),
    slope(
      "P5", looksLike: "the derivative of the hidden layer's sigmoid is left out",
      why: "δ1[j] = W2[0, j]·δ2·x1[j]·(1 − x1[j]); the sigmoid stands between z1 and z2",
      at: "δ1", hidden: Slope.leftOut),
    slope(
      "P8a", looksLike: "you apply the sigmoid once more to x2 inside its derivative",
      why: "x2 is a sigmoid already: its derivative is x2·(1 − x2)",
      at: "δ2", output: Slope.atActivation),
    slope(
      "P8b", looksLike: "you apply the sigmoid once more to x1 inside its derivative",
      why: "x1 is a sigmoid already: its derivative is x1·(1 − x1)",
      at: "δ1", hidden: Slope.atActivation),
    slope(
      "P9", looksLike: "your derivative of the output's sigmoid is z2·(1 − z2)",
      why: "the formula a·(1 − a) takes the activation x2, not the weighted sum z2",
      at: "δ2", output: Slope.ofSum),
  ]

  /// What else goes wrong on the way back.
  static let backwardMistakes: [SigmoidNetMistake] = [
    SigmoidNetMistake(
      "P2", in: ["backward", "worksheet"], kind: .convention,
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
      at: "δ2"
    ) { $0.lossSlope = { y, target in 2 * (y - target) } },
    SigmoidNetMistake(
      "P3", in: ["backward", "worksheet"],
      looksLike: "all of your gradients have the opposite sign",
      why: "the derivative of ½·(x2 − y)² by x2 is x2 − y, not y − x2", at: "δ2"
    ) { $0.lossSlope = { y, target in target - y } },
    SigmoidNetMistake(
      "P6", in: ["backward", "worksheet"], looksLike: "your gradW2 uses z1; it must use x1",
      why: "what W2 multiplies in the forward pass is x1, so gradW2 = δ2·x1ᵀ", at: "gradW2"
    ) { $0.results = { out, _ in out.gradW2 = out.z1.transposed().matmul(out.delta2) } },
    SigmoidNetMistake(
      "P11", in: ["backward", "worksheet"],
      looksLike: "on the way back to the hidden layer you multiply by the first row of W1, "
        + "not by W2",
      why: "the error goes back through the weights that it came through: "
        + "δ1[j] has the factor W2[0, j]",
      at: "δ1"
    ) { $0.wayBack = { $0.w1.row(0) } },
    SigmoidNetMistake(
      "P18", in: ["backward", "worksheet"],
      looksLike: "the weights W2 are left out on the way back to the hidden layer",
      why: "x1[j] acts on the loss through W2[0, j], so δ1[j] has that factor", at: "δ1"
    ) { $0.wayBack = { Tensor.ones(shape: $0.w2.shape) } },
    SigmoidNetMistake(
      "P14", in: ["backward", "worksheet"],
      looksLike: "your gradW1 has its rows and columns swapped",
      why: "gradW1[j, i] belongs to W1[j, i], from input i to hidden unit j: it is δ1[j]·x0[i]",
      at: "gradW1"
    ) { $0.results = { out, _ in out.gradW1 = out.gradW1.transposed() } },
    SigmoidNetMistake(
      "P20", in: ["backward", "worksheet"], looksLike: "your gradW1 uses x1; it must use x0",
      why: "what W1 multiplies in the forward pass is the input x0, so gradW1 = δ1·x0ᵀ",
      at: "gradW1"
    ) { $0.results = { out, _ in out.gradW1 = out.delta1.transposed().matmul(out.h) } },
    SigmoidNetMistake(
      "P15", in: ["backward", "worksheet"], looksLike: "your gradB1 and gradB2 are 0",
      why: "a bias is added to the sum, so its derivative is that of the sum: gradB1 = δ1, "
        + "gradB2 = δ2",
      at: "gradB1 and gradB2"
    ) {
      $0.results = { out, _ in
        out.gradB1 = 0 * out.gradB1
        out.gradB2 = 0
      }
    },
  ]

  /// A wrong derivative of the sigmoid in one layer or in both.
  private static func slope(
    _ id: String, looksLike: String, why: String, at step: String,
    both: MistakenSigmoidNet.Slope? = nil, hidden: MistakenSigmoidNet.Slope? = nil,
    output: MistakenSigmoidNet.Slope? = nil
  ) -> SigmoidNetMistake {
    SigmoidNetMistake(
      id, in: ["backward", "worksheet"], looksLike: looksLike, why: why, at: step
    ) {
      if let slope = both ?? hidden { $0.hiddenSlope = slope }
      if let slope = both ?? output { $0.outputSlope = slope }
    }
  }
}
