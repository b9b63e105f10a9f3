import Coursework
import Grading

private let code = ["backPropagation"]

extension BackpropTwoThreeOneReference {
  /// What goes wrong with the loss and its derivative, whatever the activation.
  static func lossMistakes(of shared: SigmoidNetMistakes) -> [SigmoidNetMistake] {
    [
      shared.backwardMistake(
        "K3", kind: .convention,
        looksLike: "your loss and gradients are twice the right ones: those of 1/N·Σ (y − target)²",
        why: "others define the loss without ½; here it is 1/(2N)·Σ (y − target)²", at: "the loss"
      ) {
        $0.loss = { y, target in (y - target).squared().mean() }
        $0.lossSlope = { y, target in 2 * (y - target) / Double(y.count) }
      },
      shared.backwardMistake(
        "K3b", looksLike: "your gradients are half of the right ones",
        why: "the derivative of the square brings a 2, which cancels the ½: "
          + "δ2 starts with (y − target)/N",
        at: "δ2"
      ) { $0.lossSlope = { y, target in (y - target) / Double(2 * y.count) } },
      shared.backwardMistake(
        "K3c",
        looksLike: "your gradients are twice the right ones",
        why: "the derivative of the square brings a 2, which cancels the ½: "
          + "δ2 starts with (y − target)/N",
        at: "δ2"
      ) { $0.lossSlope = { y, target in 2 * (y - target) / Double(y.count) } },
    ]
  }

  /// What goes wrong with the samples of a batch.
  static let batchMistakes: [SigmoidNetMistake] = [
    SigmoidNetMistake(
      "Q2b", in: code, looksLike: "your loss is twice the right one: its ½ is missing",
      why: "the loss is 1/(2N)·Σ (y − target)²", at: "the loss"
    ) { $0.loss = { y, target in (y - target).squared().mean() } },
    SigmoidNetMistake(
      "K2", in: code, kind: .convention,
      looksLike: "your loss and gradients are summed over the samples, not averaged",
      why: "others define the loss so; here it is 1/(2N)·Σ (y − target)², "
        + "which does not grow with N",
      at: "the loss"
    ) {
      $0.loss = { y, target in (y - target).squared().sum() / 2 }
      $0.lossSlope = { y, target in y - target }
    },
    SigmoidNetMistake(
      "K2b", in: code,
      looksLike: "your gradients are N times the right ones: their 1/N is missing",
      why: "the 1/N of the loss belongs to its derivative too: δ2 starts with (y − target)/N",
      at: "δ2"
    ) { $0.lossSlope = { y, target in y - target } },
    SigmoidNetMistake(
      "K4", in: code, looksLike: "your gradients are divided by N twice",
      why: "δ2 already contains the 1/N of the loss; the gradients then add up over the samples",
      at: "the gradients"
    ) { $0.lossSlope = { y, target in (y - target) / Double(y.count * y.count) } },
    SigmoidNetMistake(
      "K5", in: code, looksLike: "your gradients come from the last sample alone",
      why: "every sample adds its part: in a loop over samples that is +=, not =",
      at: "the gradients"
    ) { $0.lossSlope = { y, target in only(y.count - 1, (y - target) / Double(y.count)) } },
    SigmoidNetMistake(
      "K5b", in: code, looksLike: "your gradients come from the first sample alone",
      why: "every sample adds its part; look for a loop that ends too early",
      at: "the gradients"
    ) { $0.lossSlope = { y, target in only(0, (y - target) / Double(y.count)) } },
    SigmoidNetMistake(
      "K9", in: code,
      looksLike: "every output is compared with every target, N times N differences",
      why: "y and target must have one shape, (N); (N, 1) minus (N) makes an N by N table",
      at: "y − target"
    ) {
      $0.loss = { y, target in
        (y.reshaped(-1, 1) - target).squared().mean() / 2
      }
      $0.lossSlope = { y, target in (y - target.mean()) / Double(y.count) }
    },
    SigmoidNetMistake(
      "K20", in: code, looksLike: "your code has N = 1000 written into it",
      why: "N is the number of rows of x in this call, whatever it is: x.shape[0]",
      at: "N"
    ) {
      $0.loss = { y, target in (y - target).squared().sum() / 2000 }
      $0.lossSlope = { y, target in (y - target) / 1000 }
    },
  ]

  /// One sample's entry, and 0 for all others.
  private static func only(_ sample: Int, _ values: Tensor) -> Tensor {
    var alone = Tensor.zeros(shape: values.shape)
    alone[sample] = values[sample]
    return alone
  }
}
