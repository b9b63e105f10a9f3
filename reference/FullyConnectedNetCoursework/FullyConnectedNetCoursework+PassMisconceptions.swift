import Coursework
import Grading

extension FullyConnectedNetCourseworkReference {
  /// Mistakes in the way through the net and back, which `loss` and `dropoutLoss` share.
  ///
  /// - Parameters:
  ///   - variants: Those of the question.
  ///   - suffix: What tells the identifiers of the two questions apart.
  /// - Returns: The mistakes.
  static func passMisconceptions(
    _ variants: WrongVariants<DeepNetCall>, suffix: String = ""
  ) -> [Misconception] {
    forwardMisconceptions(variants, suffix) + backwardMisconceptions(variants, suffix)
      + meanMisconceptions(variants, suffix)
  }

  /// Nearly right everywhere.
  static let guardedLogarithms = [lossVariants, dropoutVariants].flatMap { variants in
    variants.guardedLogarithms { call, crossEntropy in
      var variant = DeepNetVariant(of: call)
      let error = crossEntropy(variant.scores, call.labels)
      variant.finish = { $0.loss = Tensor(error) }
      return variant.gradients().named
    }
  }

  // MARK: - Forward

  private static func forwardMisconceptions(
    _ variants: WrongVariants<DeepNetCall>, _ suffix: String
  ) -> [Misconception] {
    let forwardLines = "the loop over the layers in the forward pass"
    return [
      variants.mistake(
        "FN12\(suffix)", "the last affine layer is followed by a ReLU, forward and back",
        why: "scores may be below 0: the ReLU belongs between layers, not after the last",
        where: forwardLines
      ) { $0.answer { $0.rectified += 1 } },
      variants.mistake(
        "FN13\(suffix)", "the ReLU is missing after every layer, forward and back",
        why: "without it all layers together are one affine layer: h = max(0, z)",
        where: forwardLines
      ) { $0.answer { $0.rectified = 0 } },
      variants.mistake(
        "FN14\(suffix)", "only the first layer is followed by a ReLU",
        why: "every layer but the last is followed by one: h = max(0, z)", where: forwardLines
      ) { $0.answer { $0.rectified = 1 } },
      variants.mistake(
        "FN15\(suffix)", "the biases are missing in your forward pass",
        why: "z = h·w + b in every layer", where: forwardLines
      ) { $0.answer { $0.addsBiases = false } },
    ]
  }

  // MARK: - Backward

  private static func backwardMisconceptions(
    _ variants: WrongVariants<DeepNetCall>, _ suffix: String
  ) -> [Misconception] {
    let backwardLines = "the loop over the layers in the backward pass"
    return [
      variants.mistake(
        "FN16\(suffix)", "the ReLU is missing on the way back",
        why: "where z was not above 0 nothing went through: gradZ = gradH · [z > 0]",
        where: backwardLines
      ) { $0.answer { $0.slope = { gradH, _, _ in gradH } } },
      variants.mistake(
        "FN17\(suffix)", "on the way back you keep what is above 0 in gradH, not where z is",
        why: "the slope of the ReLU is that at z: gradZ = gradH · [z > 0]", where: backwardLines
      ) { $0.answer { $0.slope = { gradH, _, _ in gradH.maximum(0) } } },
      variants.mistake(
        "FN18\(suffix)", "on the way back you multiply gradH by h, not by the slope of the ReLU",
        why: "the slope is 1 where z is above 0, however large h is: gradZ = gradH · [z > 0]",
        where: backwardLines
      ) { $0.answer { $0.slope = { gradH, _, h in gradH * h } } },
      variants.mistake(
        "FN20\(suffix)", "your gradW is made of z, the numbers before the ReLU",
        why: "the next layer was given h = max(0, z): gradW = hᵀ·gradZ",
        where: "the lines that compute gradW"
      ) { $0.answer { $0.usesZForWeights = true } },
    ]
  }

  /// Where the hidden layers are as wide as others, so that the wrong cache fits.
  static let cacheMisconceptions: [Misconception] = [
    lossVariants.mistake(
      "FN19", "on the way back you take what the ReLUs kept in the wrong order",
      why: "the last ReLU comes first on the way back: take its z, then that of the one before",
      where: "the loop over the layers in the backward pass"
    ) { $0.answer { $0.takesFirstCacheFirst = true } }
  ]

  // MARK: - Means

  private static func meanMisconceptions(
    _ variants: WrongVariants<DeepNetCall>, _ suffix: String
  ) -> [Misconception] {
    [
      variants.mistake(
        "FN22\(suffix)", "the mean over the batch is missing: loss and gradients are sums",
        why: "divide the cross-entropy and its gradients by the number of samples N",
        where: "the lines that compute the cross-entropy and gradScores"
      ) { call in
        call.answer {
          $0.gradScores = { $0 * call.samples }
          $0.finish = { $0.loss = $0.loss * call.samples }
        }
      },
      variants.mistake(
        "FN21\(suffix)", "your gradients are not divided by N",
        why: "the loss is a mean over N samples, so its gradient has the 1/N too",
        where: "the line that computes gradScores"
      ) { call in call.answer { $0.gradScores = { $0 * call.samples } } },
      variants.mistake(
        "FN23\(suffix)", "your gradB are means over the samples",
        why: "gradScores has the 1/N already: gradB is the sum of its gradZ's rows",
        where: "the lines that compute gradB"
      ) { call in
        call.answer { $0.finish = { $0.biases = $0.biases.map { $0 / call.samples } } }
      },
      variants.mistake(
        "FN25\(suffix)", "your gradients are divided by N twice",
        why: "gradScores has the 1/N already; no layer before it divides again",
        where: "the lines that compute gradW and gradB"
      ) { call in call.answer { $0.gradScores = { $0 / call.samples } } },
      variants.mistake(
        "FN26\(suffix)", "your gradients have the opposite sign, but for any penalty",
        why: "more score for a wrong class means more loss: gradScores = (p − Y)/N",
        where: "the line that computes gradScores"
      ) { $0.answer { $0.gradScores = { -$0 } } },
    ]
  }
}
