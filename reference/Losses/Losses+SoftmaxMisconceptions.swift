import Coursework
import Grading

extension LossesReference {
  /// Other ways and mistakes in `softmaxLoss`.
  ///
  /// p is the softmax of the scores, Y has a 1 for each label, N samples are in C classes.
  static let softmaxMisconceptions = softmaxScales + softmaxSums + softmaxGradients

  private static let softmax = WrongVariants(
    question: "softmaxLoss", reference: { try LossesReference().answer($0) }
  ) { try ScoresCall($0) }
  private static let lossLine = "the line that computes the loss"
  private static let gradientLine = "the line that computes gradScores"
  private static let softmaxLines = "the lines that compute p"

  /// Nearly right everywhere.
  static let guardedLogarithms = softmax.guardedLogarithms { call, crossEntropy in
    ["loss": Tensor(crossEntropy(call.scores, Tensor(call.labels.map(Double.init))))]
  }

  // MARK: - Factors

  private static let softmaxScales: [Misconception] = [
    softmax.mistake(
      "S1", "the mean over the batch is missing: your loss and gradScores are sums",
      why: "divide both by the number of samples N", where: "the lines that compute both results"
    ) { ["loss": Tensor($0.loss * $0.samples), "gradScores": $0.gradScores * $0.samples] },
    softmax.mistake(
      "S2", "your gradScores is p − Y, not divided by N",
      why: "the loss is a mean over N samples, so its gradient has the 1/N too",
      where: gradientLine
    ) { ["gradScores": $0.gradScores * $0.samples] },
    softmax.mistake(
      "S16", "your loss is the sum over the batch, not the mean",
      why: "divide by the number of samples N, as your gradient does", where: lossLine
    ) { ["loss": Tensor($0.loss * $0.samples)] },
    softmax.mistake(
      "S3", "your loss and gradScores are divided by N·C, as a mean over all numbers is",
      why: "every sample counts once, however many classes there are: divide by N",
      where: "the lines that compute both results"
    ) { ["loss": Tensor($0.loss / $0.classes), "gradScores": $0.gradScores / $0.classes] },
    softmax.mistake(
      "S7a", "your loss is in bits: you take the logarithm to base 2",
      why: "the gradient (p − Y)/N belongs to the natural logarithm", where: lossLine
    ) { ["loss": Tensor($0.loss * 1.442_695_040_888_963_4)] },
    softmax.mistake(
      "S7b", "you take the logarithm of your loss to base 10",
      why: "the gradient (p − Y)/N belongs to the natural logarithm", where: lossLine
    ) { ["loss": Tensor($0.loss * 0.434_294_481_903_251_8)] },
    softmax.mistake(
      "S17", "your loss has the opposite sign",
      why: "logarithms of probabilities are below 0: the loss is minus their mean",
      where: lossLine
    ) { ["loss": Tensor(-$0.loss)] },
  ]

  // MARK: - Sums

  private static let softmaxSums: [Misconception] = [
    softmax.mistake(
      "S6", "your exponentials overflow: large scores give no numbers",
      why: "subtract the largest score of each row first; p stays the same", where: softmaxLines
    ) { $0.withoutNumbers(whereLackedBy: $0.scores.exp()) },
    softmax.mistake(
      "S6a", "your exponentials overflow: large scores give infinite logarithms",
      why: "subtract the largest score of each row first; p stays the same", where: softmaxLines
    ) { $0.withInfiniteLogarithms },
    softmax.mistake(
      "S13", "you subtract the largest of all scores, and rows far below it give no numbers",
      why: "every row needs its own largest score, or all its exponentials may be 0",
      where: softmaxLines
    ) { $0.withoutNumbers(whereLackedBy: ($0.scores - $0.scores.max()).exp()) },
    softmax.mistake(
      "S8", "your softmax runs down the columns, over the batch",
      why: "the probabilities of one sample's classes add up to 1: sum along axis 1",
      where: softmaxLines
    ) { $0.following(ScoresCall.logs($0.scores, axis: 0)) },
    softmax.mistake(
      "S15", "your softmax divides by the sum over the whole batch",
      why: "the probabilities of one sample's classes add up to 1: sum each row by itself",
      where: softmaxLines
    ) { call in
      let all = ScoresCall.logs(call.scores.reshaped(1, -1), axis: 1)
      return call.following(all.reshaped(to: call.scores.shape))
    },
    softmax.mistake(
      "S9", "your loss is a binary cross-entropy over all classes",
      why: "only the right class counts: −log p_iy, without log(1 − p) of the others",
      where: lossLine
    ) { call in
      let wrong = (1 - call.p).log() * call.others
      return ["loss": Tensor(call.loss - wrong.sum() / call.samples)]
    },
    softmax.mistake(
      "S10", "the logarithm is missing: your loss is −1/N · Σ p_iy",
      why: "the cross-entropy is −1/N · Σ log p_iy", where: lossLine
    ) { ["loss": Tensor(-($0.p * $0.targets).sum() / $0.samples)] },
    softmax.mistake(
      "S18", "the softmax is missing: your loss is −1/N · Σ s_iy, your gradScores −Y/N",
      why: "scores are no logarithms of probabilities until log Σ exp(s) is subtracted",
      where: softmaxLines
    ) {
      [
        "loss": Tensor(-$0.rightScores.sum() / $0.samples),
        "gradScores": -$0.targets / $0.samples,
      ]
    },
  ]

  // MARK: - Gradients

  private static let softmaxGradients: [Misconception] = [
    softmax.mistake(
      "S4", "your gradScores has the opposite sign: (Y − p)/N",
      why: "more score for a wrong class means more loss: (p − Y)/N", where: gradientLine
    ) { ["gradScores": -$0.gradScores] },
    softmax.mistake(
      "S5", "your gradScores is p/N: the −1 at the right class is missing",
      why: "subtract 1 in the column of each label before you divide by N", where: gradientLine
    ) { ["gradScores": $0.p / $0.samples] },
    softmax.mistake(
      "S11", "your gradScores is multiplied by p·(1 − p) once more",
      why: "p − Y is the derivative through softmax and logarithm together", where: gradientLine
    ) { ["gradScores": $0.gradScores * $0.p * (1 - $0.p)] },
    softmax.mistake(
      "S14", "your gradScores has numbers in the column of the label alone",
      why: "wrong classes have a gradient too: p/N, as their scores are in the sum",
      where: gradientLine
    ) { ["gradScores": $0.gradScores * $0.targets] },
    softmax.mistake(
      "S19", "you subtract 1 from every column: your gradScores is (p − 1)/N",
      why: "only the column of the label loses 1", where: gradientLine
    ) { ["gradScores": ($0.p - 1) / $0.samples] },
  ]
}
