import Coursework

extension SigmoidNetMistakes {
  /// The mistakes of the course's sigmoid network, of which both layers are tanh here.
  var withTanh: SigmoidNetMistakes {
    var mistakes = self
    mistakes.base = .tanh
    return mistakes
  }

  /// What goes wrong with tanh in both layers.
  var tanhMistakes: [SigmoidNetMistake] {
    [
      replaced("TH1", .both, "your layers use the sigmoid; this network uses tanh in both") {
        $0 = MistakenSigmoidNet()
      },
      replaced("TH2", .hidden, "your hidden layer uses the sigmoid; here it is tanh") {
        $0.hiddenActivation = { Sigmoid.forward($0) }
        $0.hiddenSlope = .ofSigmoid
      },
      replaced("TH3", .output, "your output layer uses the sigmoid; here it is tanh") {
        $0.outputActivation = { Sigmoid.forward($0) }
        $0.outputSlope = .ofSigmoid
      },
      replaced("TH4", .hidden, "your hidden layer has no tanh: \(hidden) equals z1") {
        $0.hiddenActivation = { $0 }
        $0.hiddenSlope = .leftOut
      },
      replaced("TH5", .output, "your output layer has no tanh: \(output) equals z2") {
        $0.outputActivation = { $0 }
        $0.outputSlope = .leftOut
      },
      tanhSlope("TH6", .ofSigmoid, "a·(1 − a), which belongs to the sigmoid"),
      tanhSlope("TH6a", .ofSigmoid, "a·(1 − a), which belongs to the sigmoid", in: .hidden),
      tanhSlope("TH6b", .ofSigmoid, "a·(1 − a), which belongs to the sigmoid", in: .output),
      tanhSlope("TH7", .ofTanhOfSum, "1 − z²; it takes the activation, not the weighted sum"),
      tanhSlope("TH8", .oneDenominator, "1 − a; the square is missing"),
      tanhSlope("TH9", .onePlusSquare, "1 + a²; there is a minus in it"),
      tanhSlope("TH10", .negativeOfTanh, "a² − 1; its sign is wrong"),
      tanhSlope("TH11", .withoutNumerator, "a²; it must be taken from 1"),
      tanhSlope("TH12", .ofTanhAtActivation, "1 − tanh²(a); a is a tanh already"),
      tanhSlope("TH13", .activation, "a, the activation itself"),
      tanhSlope("TH14", .leftOut, "left out", in: .hidden),
      tanhSlope("TH15", .leftOut, "left out", in: .output),
    ]
  }

  private func replaced(
    _ id: String, _ layers: Layers, _ looksLike: String,
    change: (inout MistakenSigmoidNet) -> Void
  ) -> SigmoidNetMistake {
    let (step, why) =
      switch layers {
      case .both: ("\(hidden) and \(output)", "\(hidden) = tanh(z1) and \(output) = tanh(z2)")
      case .hidden: (hidden, "\(hidden) = tanh(z1)")
      case .output: (output, "\(output) = tanh(z2)")
      }
    return forwardMistake(
      id, looksLike: looksLike, why: "\(why); a tanh lies between −1 and 1", at: step,
      change: change)
  }

  private func tanhSlope(
    _ id: String, _ wrong: ActivationSlope, _ formula: String, in layers: Layers = .both
  ) -> SigmoidNetMistake {
    let (whose, slopes) =
      switch layers {
      case .both: ("tanh", "tanh′(z2) and tanh′(z1)")
      case .hidden: ("the hidden layer's tanh", "tanh′(z1)")
      case .output: ("the output's tanh", "tanh′(z2)")
      }
    return backwardMistake(
      id, looksLike: "your derivative of \(whose) is \(formula)",
      why: "with a = tanh(z) the derivative of tanh is 1 − a²", at: slopes
    ) {
      if layers != .output { $0.hiddenSlope = wrong }
      if layers != .hidden { $0.outputSlope = wrong }
    }
  }
}
