import Coursework
import Grading

/// The mistakes that are made on any network of two sigmoid layers, in one assignment's own words.
///
/// Each method makes one of them, under the name that the assignment's catalogue has for it. Those
/// of the forward pass stand here; the backward pass and the sheet inherit them.
struct SigmoidNetMistakes: Sendable {
  /// The questions about the forward and the backward pass.
  let forwardQuestion, backwardQuestion: String
  /// What the hidden layer's outputs, the network's output and its target are called.
  let hidden, output, target: String
  /// Both weighted sums, such as `z1 = W1·x0 + b1 and z2 = W2·x1 + b2`.
  let sums: String
  /// The gradient by W2, such as `δ2·x1ᵀ`.
  let gradW2: String
  /// The right network, whose formulas the mistakes replace.
  var base = MistakenSigmoidNet()
  /// The layers that have a sigmoid.
  var sigmoids = Layers.both
}

// MARK: - Forward

extension SigmoidNetMistakes {
  /// Not `onPaper` where the sheet's biases are 0, so that it cannot tell.
  func withoutBiases(_ id: String, onPaper: Bool = true) -> SigmoidNetMistake {
    forwardMistake(
      id, onPaper: onPaper, looksLike: "the biases b1 and b2 are left out",
      why: "each weighted sum has its bias added: \(sums)", at: "z1 and z2"
    ) {
      $0.parameters = {
        $0.b1 = 0 * $0.b1
        $0.b2 = 0
      }
    }
  }

  /// Not `onPaper` where the sheet's biases are 0, so that it cannot tell.
  func withoutHiddenBias(_ id: String, onPaper: Bool = true) -> SigmoidNetMistake {
    forwardMistake(
      id, onPaper: onPaper, looksLike: "the bias b1 of the hidden layer is left out",
      why: "each weighted sum has its bias added: \(sums)", at: "z1"
    ) { $0.parameters = { $0.b1 = 0 * $0.b1 } }
  }

  /// Not `onPaper` where the sheet's biases are 0, so that it cannot tell.
  func withoutOutputBias(_ id: String, onPaper: Bool = true) -> SigmoidNetMistake {
    forwardMistake(
      id, onPaper: onPaper, looksLike: "the bias b2 of the output layer is left out",
      why: "each weighted sum has its bias added: \(sums)", at: "z2"
    ) { $0.parameters = { $0.b2 = 0 } }
  }

  /// Not `onPaper` where the sheet's biases are 0, so that it cannot tell.
  func withSubtractedBiases(_ id: String, onPaper: Bool = true) -> SigmoidNetMistake {
    forwardMistake(
      id, onPaper: onPaper, looksLike: "the biases b1 and b2 are subtracted; they must be added",
      why: sums, at: "z1 and z2"
    ) {
      $0.parameters = {
        $0.b1 = -$0.b1
        $0.b2 = -$0.b2
      }
    }
  }

  func sigmoidOfMinusZ(_ id: String) -> SigmoidNetMistake {
    forwardMistake(
      id, looksLike: "your sigmoid is 1/(1 + exp(z)); the sign in front of z is missing",
      why: "the sigmoid is 1/(1 + exp(−z)): it grows with z, from 0 to 1",
      at: "\(hidden) and \(output)"
    ) {
      $0.hiddenActivation = { Sigmoid.forward(-$0) }
      $0.outputActivation = { Sigmoid.forward(-$0) }
    }
  }

  func tanhInHiddenLayer(_ id: String) -> SigmoidNetMistake {
    forwardMistake(
      id, looksLike: "your hidden layer uses tanh; this network uses the sigmoid in both layers",
      why: "\(hidden) = 1/(1 + exp(−z1)), which lies between 0 and 1", at: hidden
    ) {
      $0.hiddenActivation = { $0.tanh() }
      $0.hiddenSlope = .ofTanh
    }
  }

  func tanhInOutputLayer(_ id: String) -> SigmoidNetMistake {
    forwardMistake(
      id, looksLike: "your output layer uses tanh; this network uses the sigmoid in both layers",
      why: "\(output) = 1/(1 + exp(−z2)), which lies between 0 and 1", at: output
    ) {
      $0.outputActivation = { $0.tanh() }
      $0.outputSlope = .ofTanh
    }
  }

  /// Not on paper: where every z1 is positive these are the numbers of ``linearHiddenLayer(_:)``.
  func reluInHiddenLayer(_ id: String) -> SigmoidNetMistake {
    forwardMistake(
      id, onPaper: false,
      looksLike: "your hidden layer uses a ReLU; this network uses the sigmoid in both layers",
      why: "\(hidden) = 1/(1 + exp(−z1)), which lies between 0 and 1", at: hidden
    ) {
      $0.hiddenActivation = { $0.maximum(0) }
      $0.hiddenSlope = .ofReLU
    }
  }

  /// Not on paper: where z2 is positive these are the numbers of ``linearOutput(_:)``.
  func reluInOutputLayer(_ id: String) -> SigmoidNetMistake {
    forwardMistake(
      id, onPaper: false,
      looksLike: "your output layer uses a ReLU; this network uses the sigmoid in both layers",
      why: "\(output) = 1/(1 + exp(−z2)), which lies between 0 and 1", at: output
    ) {
      $0.outputActivation = { $0.maximum(0) }
      $0.outputSlope = .ofReLU
    }
  }

  func linearHiddenLayer(_ id: String) -> SigmoidNetMistake {
    forwardMistake(
      id, looksLike: "your hidden layer has no sigmoid: \(hidden) equals z1",
      why: "\(hidden) = 1/(1 + exp(−z1)); without it the two layers are one", at: hidden
    ) {
      $0.hiddenActivation = { $0 }
      $0.hiddenSlope = .leftOut
    }
  }

  func linearOutput(_ id: String) -> SigmoidNetMistake {
    forwardMistake(
      id, looksLike: "your output layer has no sigmoid: \(output) equals z2",
      why: "the sigmoid is applied in both layers: \(output) = 1/(1 + exp(−z2))", at: output
    ) {
      $0.outputActivation = { $0 }
      $0.outputSlope = .leftOut
    }
  }

  /// A mistake in the forward pass, for all questions that it changes.
  func forwardMistake(
    _ id: String, onPaper: Bool = true, looksLike: String, why: String, at step: String,
    change: (inout MistakenSigmoidNet) -> Void
  ) -> SigmoidNetMistake {
    SigmoidNetMistake(
      id, in: [forwardQuestion, backwardQuestion] + (onPaper ? [Check.worksheetQuestion] : []),
      looksLike: looksLike, why: why, at: step, of: base, change: change)
  }
}
