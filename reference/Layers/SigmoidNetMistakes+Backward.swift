import Coursework
import Grading

// MARK: - Derivatives of the sigmoid

extension SigmoidNetMistakes {
  /// The layers whose derivative is wrong.
  enum Layers: Sendable {
    case both, hidden, output
  }

  /// What most sentences about the sigmoid's derivative come down to.
  static let rightSlope = "with a = σ(z) the derivative of the sigmoid is a·(1 − a)"

  func slopeWithFactorZ(_ id: String) -> SigmoidNetMistake {
    slope(
      id, .factorZ,
      looksLike: "your derivative of the sigmoid has an extra factor z: z·exp(−z)/(1 + exp(−z))²",
      why: "the inner derivative of −z is −1, not −z; \(Self.rightSlope)")
  }

  func slopeWithOneDenominator(_ id: String) -> SigmoidNetMistake {
    slope(
      id, .oneDenominator,
      looksLike: "your derivative of the sigmoid is exp(−z)/(1 + exp(−z)), which is 1 − a",
      why: "the denominator is squared: \(Self.rightSlope)")
  }

  func activationForSlope(_ id: String) -> SigmoidNetMistake {
    slope(
      id, .activation,
      looksLike: "you multiply by the activation itself where its derivative belongs",
      why: Self.rightSlope)
  }

  func negativeSlope(_ id: String) -> SigmoidNetMistake {
    slope(
      id, .negative,
      looksLike: "your derivative of the sigmoid is −a·(1 − a); its sign is wrong",
      why: "two minus signs meet, from the power −1 and from −z; \(Self.rightSlope)")
  }

  func slopeOfTanh(_ id: String) -> SigmoidNetMistake {
    slope(
      id, .ofTanh,
      looksLike: "your derivative of the sigmoid is 1 − a², which belongs to tanh",
      why: Self.rightSlope)
  }

  /// Other ways to get the formula wrong.
  ///
  /// `exp(−z)/(1 + exp(−z))` and `1 − a` are one number, and one mistake. What overflows far out
  /// is right everywhere else, and no question goes there.
  var slopeFormulas: [SigmoidNetMistake] {
    [
      slope(
        "G8", .plus,
        looksLike: "your derivative of the sigmoid is a·(1 + a); there is a minus in it",
        why: Self.rightSlope),
      slope(
        "G9", .oneTermSquared,
        looksLike: "your derivative of the sigmoid is exp(−z)/(1 + exp(−2z))",
        why: "the whole denominator is squared, (1 + exp(−z))², not its parts; \(Self.rightSlope)"),
      slope(
        "G10", .withoutNumerator,
        looksLike: "your derivative of the sigmoid is 1/(1 + exp(−z))², which is a²",
        why: "the inner derivative leaves exp(−z) above the line: \(Self.rightSlope)"),
      slope(
        "G11", .factorA, looksLike: "your derivative of the sigmoid is a²·(1 − a)",
        why: "there is one a too many: \(Self.rightSlope)"),
      slope(
        "G13", .ofTanhAtSum,
        looksLike: "your derivative of the sigmoid is 1 − tanh²(z), which belongs to tanh",
        why: Self.rightSlope),
      slope(
        "G14", .negativeOneDenominator,
        looksLike: "your derivative of the sigmoid is −exp(−z)/(1 + exp(−z)), which is a − 1",
        why: "the denominator is squared and two minus signs meet: \(Self.rightSlope)"),
      slope(
        "G15", .twice, looksLike: "your derivative of the sigmoid is squared: (a·(1 − a))²",
        why: "it is one factor, once in each layer: \(Self.rightSlope)"),
    ]
  }

  func slopeAtActivation(_ id: String, in layers: Layers = .both) -> SigmoidNetMistake {
    let (names, are, derivatives) =
      switch layers {
      case .both:
        (
          "\(hidden) and \(output)", "are sigmoids already: the derivatives are",
          "\(right(hidden)) and \(right(output))"
        )
      case .hidden: (hidden, "is a sigmoid already: its derivative is", right(hidden))
      case .output: (output, "is a sigmoid already: its derivative is", right(output))
      }
    return slope(
      id, .atActivation, in: layers,
      looksLike: "you apply the sigmoid once more to \(names) inside its derivative",
      why: "\(names) \(are) \(derivatives)")
  }

  func slopeOfSum(_ id: String, in layers: Layers = .both) -> SigmoidNetMistake {
    let (whose, z, activations) =
      switch layers {
      case .both: ("", "z", "activations: \(hidden) for the hidden layer, \(output) for the output")
      case .hidden: ("hidden layer's ", "z1", "activation \(hidden), not the weighted sum z1")
      case .output: ("output's ", "z2", "activation \(output), not the weighted sum z2")
      }
    return slope(
      id, .ofSum, in: layers,
      looksLike: "your derivative of the \(whose)sigmoid is \(z)·(1 − \(z))",
      why: "the formula a·(1 − a) takes the \(activations)")
  }

  func withoutOutputSlope(_ id: String) -> SigmoidNetMistake {
    slope(
      id, .leftOut, in: .output,
      looksLike: "the derivative of the output's sigmoid is left out",
      why: "δ2 has the factor \(right(output)); the sigmoid stands between z2 and the loss")
  }

  func withoutHiddenSlope(_ id: String) -> SigmoidNetMistake {
    slope(
      id, .leftOut, in: .hidden,
      looksLike: "the derivative of the hidden layer's sigmoid is left out",
      why: "δ1 has the factor \(right(hidden)); the sigmoid stands between z1 and z2")
  }

  /// The right derivative, from the activation's name.
  private func right(_ a: String) -> String { "\(a)·(1 − \(a))" }

  private func slope(
    _ id: String, _ wrong: ActivationSlope, in layers: Layers = .both,
    looksLike: String, why: String
  ) -> SigmoidNetMistake {
    // A wrong formula shows in the layers that have a sigmoid.
    let layers = layers == .both ? sigmoids : layers
    let step =
      switch layers {
      case .both: "the derivative of the sigmoid"
      case .hidden: "δ1"
      case .output: "δ2"
      }
    let slopes =
      switch layers {
      case .both: "σ′(z2) and σ′(z1)"
      case .hidden: "σ′(z1)"
      case .output: "σ′(z2)"
      }
    return backwardMistake(id, looksLike: looksLike, why: why, at: step, onPaper: slopes) {
      if layers != .output { $0.hiddenSlope = wrong }
      if layers != .hidden { $0.outputSlope = wrong }
    }
  }
}

// MARK: - The rest of the way back

extension SigmoidNetMistakes {
  func oppositeSign(_ id: String) -> SigmoidNetMistake {
    backwardMistake(
      id, looksLike: "all of your gradients have the opposite sign",
      why: "the derivative of ½·(\(output) − \(target))² by \(output) is \(output) − \(target), "
        + "not \(target) − \(output)",
      at: "δ2"
    ) { $0.lossSlope = { y, target in (target - y) / Double(y.count) } }
  }

  func sumsForActivations(_ id: String) -> SigmoidNetMistake {
    backwardMistake(
      id, looksLike: "your gradW2 uses z1; it must use \(hidden)",
      why: "what W2 multiplies in the forward pass is \(hidden), so gradW2 = \(gradW2)",
      at: "gradW2"
    ) { $0.results = { out, _ in out.gradW2 = out.z1.transposed().matmul(out.delta2) } }
  }

  func withoutWayBack(_ id: String) -> SigmoidNetMistake {
    backwardMistake(
      id, looksLike: "the weights W2 are left out on the way back to the hidden layer",
      why: "a hidden unit acts on the loss through its weight in W2, so its δ1 has that factor",
      at: "δ1"
    ) { $0.wayBack = { Tensor.ones(shape: $0.w2.shape) } }
  }

  func withoutBiasGradients(_ id: String) -> SigmoidNetMistake {
    backwardMistake(
      id, looksLike: "your gradB1 and gradB2 are 0",
      why: "a bias is added to its weighted sum, so each sample adds the derivative by that sum: "
        + "δ1 or δ2",
      at: "gradB1 and gradB2"
    ) {
      $0.results = { out, _ in
        out.gradB1 = 0 * out.gradB1
        out.gradB2 = 0
      }
    }
  }

  /// A mistake on the way back, in code and on paper.
  func backwardMistake(
    _ id: String, kind: Misconception.Kind = .mistake, looksLike: String, why: String,
    at step: String, onPaper stepOnPaper: String? = nil, change: (inout MistakenSigmoidNet) -> Void
  ) -> SigmoidNetMistake {
    SigmoidNetMistake(
      id, in: [backwardQuestion, Check.worksheetQuestion], kind: kind, looksLike: looksLike,
      why: why, at: step, onPaper: stepOnPaper, of: base, change: change)
  }
}
