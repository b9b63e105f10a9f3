import Coursework
import Grading

private typealias Slope = MistakenSigmoidNet.WrongSlope

/// What every sentence about the sigmoid's derivative comes down to.
private let rightSlope = "with a = σ(z) the derivative of the sigmoid is a·(1 − a)"

private let both = ["backPropagation", "worksheet"]

extension BackpropTwoThreeOneReference {
  /// Wrong derivatives of the sigmoid.
  static let slopeMistakes: [SigmoidNetMistake] = [
    slope(
      "G1",
      looksLike: "your derivative of the sigmoid has an extra factor z: "
        + "z·exp(−z)/(1 + exp(−z))²",
      why: "the inner derivative of −z is −1, not −z; \(rightSlope)",
      at: "the derivative of the sigmoid", hidden: Slope.factorZ, output: Slope.factorZ),
    slope(
      "G2", looksLike: "you apply the sigmoid once more to h and y inside its derivative",
      why: "h and y are sigmoids already: the derivatives are h·(1 − h) and y·(1 − y)",
      at: "the derivative of the sigmoid", hidden: Slope.atActivation,
      output: Slope.atActivation),
    slope(
      "G3", looksLike: "your derivative of the sigmoid is z·(1 − z)",
      why: "the formula a·(1 − a) takes the activations: h for the hidden layer, y for the output",
      at: "the derivative of the sigmoid", hidden: Slope.ofSum, output: Slope.ofSum),
    slope(
      "G4", looksLike: "your derivative of the sigmoid is exp(−z)/(1 + exp(−z)), which is 1 − a",
      why: "the denominator is squared: \(rightSlope)",
      at: "the derivative of the sigmoid", hidden: Slope.oneDenominator,
      output: Slope.oneDenominator),
    slope(
      "G6", looksLike: "your derivative of the sigmoid is −a·(1 − a); its sign is wrong",
      why: "two minus signs meet, from the power −1 and from −z; \(rightSlope)",
      at: "the derivative of the sigmoid", hidden: Slope.negative, output: Slope.negative),
    slope(
      "G7", looksLike: "your derivative is 1 − a², which belongs to tanh", why: rightSlope,
      at: "the derivative of the sigmoid", hidden: Slope.ofTanh, output: Slope.ofTanh),
    slope(
      "K7", looksLike: "the derivative of the output's sigmoid is left out",
      why: "δ2 has the factor y·(1 − y); the sigmoid stands between z2 and the loss",
      at: "δ2", output: Slope.leftOut),
    slope(
      "K8", looksLike: "the derivative of the hidden layer's sigmoid is left out",
      why: "δ1 has the factor h·(1 − h); the sigmoid stands between z1 and z2",
      at: "δ1", hidden: Slope.leftOut),
    slope(
      "K12", looksLike: "you apply the sigmoid once more to y inside its derivative",
      why: "y is a sigmoid already: its derivative is y·(1 − y), or σ(z2)·(1 − σ(z2))",
      at: "δ2", output: Slope.atActivation),
    slope(
      "K12b", looksLike: "you apply the sigmoid once more to h inside its derivative",
      why: "h is a sigmoid already: its derivative is h·(1 − h), or σ(z1)·(1 − σ(z1))",
      at: "δ1", hidden: Slope.atActivation),
    slope(
      "K15", looksLike: "your derivative of the hidden layer's sigmoid is z1·(1 − z1)",
      why: "the formula a·(1 − a) takes the activation h, not the weighted sum z1",
      at: "δ1", hidden: Slope.ofSum),
  ]

  /// Shapes, signs and factors on the way back.
  static let backwardMistakes: [SigmoidNetMistake] = [
    SigmoidNetMistake(
      "K1", in: both,
      looksLike: "your gradW1 is the transpose of the right one: 2 by 3, as xᵀ·δ1 gives it",
      why: "a gradient has the shape of what it is the gradient of: W1 is 3 by 2, "
        + "so gradW1 = δ1ᵀ·x",
      at: "gradW1"
    ) { $0.results = { out, _ in out.gradW1 = out.gradW1.transposed() } },
    SigmoidNetMistake(
      "K6", in: both,
      looksLike: "your gradW1 holds the right numbers in the wrong places: reshaped, "
        + "not transposed",
      why: "xᵀ·δ1 is 2 by 3; only its transpose, δ1ᵀ·x, puts each number beside its weight",
      at: "gradW1"
    ) { $0.results = { out, _ in out.gradW1 = out.gradW1.transposed().reshaped(3, 2) } },
    SigmoidNetMistake(
      "K13", in: both,
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
    SigmoidNetMistake(
      "K14", in: both, looksLike: "all of your gradients have the opposite sign",
      why: "the derivative of (y − target)² by y is 2·(y − target), not 2·(target − y)", at: "δ2"
    ) { $0.lossSlope = { y, target in (target - y) / Double(y.count) } },
    SigmoidNetMistake(
      "P6", in: both, looksLike: "your gradW2 uses z1; it must use h",
      why: "what W2 multiplies in the forward pass is h, so gradW2 = hᵀ·δ2", at: "gradW2"
    ) { $0.results = { out, _ in out.gradW2 = out.z1.transposed().matmul(out.delta2) } },
    SigmoidNetMistake(
      "P18", in: both,
      looksLike: "the weights W2 are left out on the way back to the hidden layer",
      why: "h[n, j] acts on the loss through W2[j], so δ1[n, j] has that factor", at: "δ1"
    ) { $0.wayBack = { Tensor.ones(shape: $0.w2.shape) } },
    SigmoidNetMistake(
      "P15", in: both, looksLike: "your gradB1 and gradB2 are 0",
      why: "a bias is added to the sum, so its derivative is that of the sum, "
        + "added up over the samples",
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
    hidden: MistakenSigmoidNet.Slope? = nil, output: MistakenSigmoidNet.Slope? = nil
  ) -> SigmoidNetMistake {
    SigmoidNetMistake(id, in: both, looksLike: looksLike, why: why, at: step) {
      if let hidden { $0.hiddenSlope = hidden }
      if let output { $0.outputSlope = output }
    }
  }
}
