import Coursework
import Grading

// Mistakes in the loss that one of the nets alone allows; those of `losses` under the same names.
extension TwoLayerNetCourseworkReference {
  private static let scoresLine = "the line that computes the gradient by the scores"
  private static let errorLines = "the lines that compute the loss and the gradient by the scores"

  // MARK: - Softmax

  /// p is the softmax of the scores.
  static let softmaxMistakes: [Misconception] = [
    softmaxNet.mistake(
      "S3", "your loss and your gradients are divided by N·C, as a mean over all numbers is",
      why: "every sample counts once, however many classes there are: divide by N",
      where: errorLines
    ) {
      $0.loss(error: $0.error / $0.classes)
        .merging($0.gradients(gradScores: $0.gradScores / $0.classes)) { $1 }
    },
    softmaxNet.mistake(
      "S5", "the −1 at the right class is missing in the gradient by the scores, which is p/N",
      why: "subtract 1 in the column of each label before you divide by N", where: scoresLine
    ) { $0.gradients(gradScores: $0.p / $0.samples) },
    softmaxNet.mistake(
      "S8", "your softmax runs down the columns, over the batch",
      why: "the probabilities of one sample's classes add up to 1: sum along axis 1",
      where: "the lines that compute p"
    ) { call in
      let shifted = call.scores - call.scores.max(axis: 0, keepingDimension: true)
      let logs = shifted - shifted.exp().sum(axis: 0, keepingDimension: true).log()
      return call.loss(error: -(call.targets * logs).sum() / call.samples)
        .merging(call.gradients(gradScores: (logs.exp() - call.targets) / call.samples)) { $1 }
    },
    softmaxNet.mistake(
      "S10", "the logarithm is missing in your loss: −1/N · Σ p_iy",
      why: "the cross-entropy is −1/N · Σ log p_iy", where: lossLine
    ) { $0.loss(error: -($0.p * $0.targets).sum() / $0.samples) },
    softmaxNet.mistake(
      "S11", "the gradient by the scores is multiplied by p·(1 − p) once more",
      why: "p − Y is the derivative through softmax and logarithm together", where: scoresLine
    ) { $0.gradients(gradScores: $0.gradScores * $0.p * (1 - $0.p)) },
    softmaxNet.mistake(
      "S17", "the cross-entropy in your loss has the opposite sign",
      why: "logarithms of probabilities are below 0: the loss is minus their mean",
      where: lossLine
    ) { $0.loss(error: -$0.error) },
  ]

  /// Nearly right everywhere.
  static let guardedLogarithms = softmaxNet.guardedLogarithms { call, crossEntropy in
    call.loss(error: crossEntropy(call.scores, call.labels))
  }

  // MARK: - Squared error

  /// r = s − Y.
  static let mseMistakes: [Misconception] = [
    mseNet.mistake(
      "Q1",
      "the ½ of the error is missing: your loss has 1/N · Σ r², your gradients come from 2r/N",
      why: "here the error is 1/(2N) · Σ r², so that its gradient is r/N", where: errorLines
    ) {
      $0.loss(error: 2 * $0.error).merging($0.gradients(gradScores: 2 * $0.gradScores)) { $1 }
    },
    mseNet.mistake(
      "Q2a", "your gradients come from 2r/N",
      why: "the ½ of the error cancels the 2 of the square: r/N", where: scoresLine
    ) { $0.gradients(gradScores: 2 * $0.gradScores) },
    mseNet.mistake(
      "Q2b", "the ½ of the error is missing in your loss: 1/N · Σ r²",
      why: "your gradients belong to 1/(2N) · Σ r²", where: lossLine
    ) { $0.loss(error: 2 * $0.error) },
    mseNet.mistake(
      "Q3", "the error in your loss and your gradients are divided by N·C",
      why: "every sample counts once, however many classes there are: 1/(2N) · Σ r²",
      where: errorLines
    ) {
      $0.loss(error: $0.error / $0.classes)
        .merging($0.gradients(gradScores: $0.gradScores / $0.classes)) { $1 }
    },
    mseNet.mistake(
      "Q13", "your loss holds the root of the error",
      why: "your gradients belong to 1/(2N) · Σ r² without a root", where: lossLine
    ) { $0.loss(error: $0.error.squareRoot()) },
    mseNet.mistake(
      "Q17", "your loss adds |r| where r² belongs",
      why: "your gradients belong to squares: 1/(2N) · Σ r²", where: lossLine
    ) { $0.loss(error: ($0.scores - $0.targets).abs().sum() / (2 * $0.samples)) },
    mseNet.mistake(
      "Q19", "you subtract the labels themselves from the scores, in your loss and gradients",
      why: "a label is a name, not a size: its target is 1 in its column and 0 elsewhere",
      where: "the line that computes r"
    ) { of($0, residuals: $0.scores - $0.labels.reshaped(-1, 1)) },
    mseNet.mistake(
      "Q21", "only the column of the label counts in your loss and gradients",
      why: "the scores of wrong classes have the target 0: add r² over all classes",
      where: "the line that computes r"
    ) { of($0, residuals: ($0.scores - $0.targets) * $0.targets) },
  ]

  /// Loss and gradients that follow rightly from other differences r.
  private static func of(_ call: NetCall, residuals: Tensor) -> [String: Tensor] {
    call.loss(error: residuals.squared().sum() / (2 * call.samples))
      .merging(call.gradients(gradScores: residuals / call.samples)) { $1 }
  }
}
