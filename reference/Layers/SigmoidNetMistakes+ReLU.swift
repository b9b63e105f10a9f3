import Coursework

extension SigmoidNetMistakes {
  /// The mistakes of the course's sigmoid network, of which the hidden layer is a ReLU here.
  var withReLU: SigmoidNetMistakes {
    var mistakes = self
    mistakes.base = .relu
    mistakes.sigmoids = .output
    return mistakes
  }

  /// What goes wrong with a ReLU in the hidden layer, and with the output's sigmoid behind it.
  ///
  /// One hidden unit must be switched off, or there is no telling a ReLU from nothing at all.
  var reluMistakes: [SigmoidNetMistake] {
    forwardMistakesWithReLU + [
      reluSlope(
        "RL2", .activation, "you multiply by \(hidden) where the ReLU's derivative belongs"),
      reluSlope(
        "RL3", .ofSigmoid, "your derivative of the hidden layer is a·(1 − a), that of the sigmoid"),
      reluSlope(
        "RL4", .ofReLUReversed, "your derivative of the ReLU is 1 below 0 and 0 above",
        why: "it is the other way round"),
      reluSlope("RL5", .ofTanh, "your derivative of the hidden layer is 1 − a², that of tanh"),
      // Those before leave a unit on that is off, as this one does, and say more.
      reluSlope(
        "RL1", .leftOut, "the derivative of the ReLU is left out",
        why: "a unit whose weighted sum is below 0 passes nothing back"),
      // One wrong sign is the loss's as well as the sigmoid's: there is but one sigmoid.
      slopeWithFactorZ("G1"), slopeAtActivation("P8a", in: .output),
      slopeOfSum("P9", in: .output), slopeWithOneDenominator("G4"), activationForSlope("G5"),
      slopeOfTanh("G7"), withoutOutputSlope("P1"),
    ] + slopeFormulas
  }

  private var forwardMistakesWithReLU: [SigmoidNetMistake] {
    let isReLU = "\(hidden) is z1 where that is above 0, and 0 elsewhere"
    let isSigmoid = "\(output) = 1/(1 + exp(−z2)), which lies between 0 and 1"
    return [
      forwardMistake(
        "RL6", looksLike: "your hidden layer has no ReLU: \(hidden) equals z1", why: isReLU,
        at: hidden
      ) {
        $0.hiddenActivation = { $0 }
        $0.hiddenSlope = .leftOut
      },
      forwardMistake(
        "RL7", looksLike: "your hidden layer uses the sigmoid; here it is a ReLU", why: isReLU,
        at: hidden
      ) {
        $0.hiddenActivation = { Sigmoid.forward($0) }
        $0.hiddenSlope = .ofSigmoid
      },
      forwardMistake(
        "RL8", looksLike: "your \(hidden) is |z1|; below 0 a ReLU gives 0", why: isReLU, at: hidden
      ) {
        $0.hiddenActivation = { $0.abs() }
        $0.hiddenSlope = .sign
      },
      forwardMistake(
        "RL9", looksLike: "your output layer has no sigmoid: \(output) equals z2", why: isSigmoid,
        at: output
      ) {
        $0.outputActivation = { $0 }
        $0.outputSlope = .leftOut
      },
      forwardMistake(
        "RL10", looksLike: "your output layer uses tanh; here it is the sigmoid", why: isSigmoid,
        at: output
      ) {
        $0.outputActivation = { $0.tanh() }
        $0.outputSlope = .ofTanh
      },
    ]
  }

  private func reluSlope(
    _ id: String, _ wrong: ActivationSlope, _ looksLike: String, why: String? = nil
  ) -> SigmoidNetMistake {
    let rule = "the derivative of the ReLU is 1 where z1 is above 0, and 0 elsewhere"
    return backwardMistake(
      id, looksLike: looksLike, why: why.map { "\(rule): \($0)" } ?? rule, at: "δ1",
      onPaper: "relu′(z1)"
    ) { $0.hiddenSlope = wrong }
  }
}
