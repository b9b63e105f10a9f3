import Coursework
import Grading

extension LossesReference {
  /// Mistakes in `mseLoss`.
  ///
  /// r = s − Y, λ is the regularization, N samples are in C classes.
  static let mseMisconceptions = mseErrors + msePenalties

  private static let mse = WrongVariants(
    question: "mseLoss", reference: { try LossesReference().answer($0) }
  ) { try SquaredErrorCall($0) }
  private static let errorLines = "the lines that compute the error and gradScores"
  private static let penaltyLines = "the lines that compute the penalty and gradW"
  private static let lossLine = "the line that computes the loss"
  private static let gradientLine = "the line that computes gradScores"

  // MARK: - Error

  private static let mseErrors: [Misconception] = [
    mse.mistake(
      "Q1", "the ½ is missing: the error in your loss is 1/N · Σ r², your gradScores 2r/N",
      why: "here the error is 1/(2N) · Σ r², so that its gradient is r/N", where: errorLines
    ) { ["loss": $0.loss(error: 2 * $0.error), "gradScores": 2 * $0.gradScores] },
    mse.mistake(
      "Q2a", "your gradScores is 2r/N",
      why: "the ½ of the loss cancels the 2 of the square: r/N", where: gradientLine
    ) { ["gradScores": 2 * $0.gradScores] },
    mse.mistake(
      "Q2b", "the ½ of the error is missing in your loss: 1/N · Σ r²",
      why: "the gradient r/N belongs to 1/(2N) · Σ r²", where: lossLine
    ) { ["loss": $0.loss(error: 2 * $0.error)] },
    mse.mistake(
      "Q3", "the error in your loss and your gradScores are divided by N·C",
      why: "every sample counts once, however many classes there are: 1/(2N) · Σ r²",
      where: errorLines
    ) {
      [
        "loss": $0.loss(error: $0.error / $0.classes),
        "gradScores": $0.gradScores / $0.classes,
      ]
    },
    mse.mistake(
      "Q4", "the error in your loss and your gradScores are sums, not divided by N",
      why: "both are means over the N samples: 1/(2N) · Σ r² and r/N", where: errorLines
    ) {
      [
        "loss": $0.loss(error: $0.error * $0.samples),
        "gradScores": $0.gradScores * $0.samples,
      ]
    },
    mse.mistake(
      "Q4a", "your gradScores is r, not divided by N",
      why: "the loss is a mean over N samples, so its gradient has the 1/N too",
      where: gradientLine
    ) { ["gradScores": $0.gradScores * $0.samples] },
    mse.mistake(
      "Q11", "your gradScores has the opposite sign: (Y − s)/N",
      why: "a score above its target must fall: (s − Y)/N", where: gradientLine
    ) { ["gradScores": -$0.gradScores] },
    mse.mistake(
      "Q13", "your loss holds the root of the error",
      why: "the gradient r/N belongs to 1/(2N) · Σ r² without a root", where: lossLine
    ) { ["loss": $0.loss(error: $0.error.squareRoot())] },
    mse.mistake(
      "Q16", "your loss squares the sum of r, not each r",
      why: "errors of opposite signs must not cancel: 1/(2N) · Σ r²", where: lossLine
    ) {
      let sum = $0.residuals.sum()
      return ["loss": $0.loss(error: sum * sum / (2 * $0.samples))]
    },
    mse.mistake(
      "Q17", "your loss adds |r| where r² belongs",
      why: "the gradient r/N belongs to squares: 1/(2N) · Σ r²", where: lossLine
    ) { ["loss": $0.loss(error: $0.residuals.abs().sum() / (2 * $0.samples))] },
    mse.mistake(
      "Q19", "you subtract the labels themselves from the scores, in your loss and gradScores",
      why: "a label is a name, not a size: its target is 1 in its column and 0 elsewhere",
      where: "the line that computes r"
    ) { call in
      let r = call.scores - call.labels.reshaped(-1, 1)
      return [
        "loss": call.loss(error: r.squared().sum() / (2 * call.samples)),
        "gradScores": r / call.samples,
      ]
    },
    mse.mistake(
      "Q21", "only the column of the label counts in your loss and gradScores",
      why: "the scores of wrong classes have the target 0: add r² over all classes",
      where: "the line that computes r"
    ) { call in
      let r = call.residuals * call.targets
      return [
        "loss": call.loss(error: r.squared().sum() / (2 * call.samples)),
        "gradScores": r / call.samples,
      ]
    },
  ]

  // MARK: - Penalty

  private static let msePenalties: [Misconception] = [
    mse.mistake(
      "Q5", "the ½ is missing in the penalty: your loss has λ·Σ w², your gradW is 2λ·w",
      why: "here the penalty is λ/2 · Σ w², so that its gradient is λ·w", where: penaltyLines
    ) { ["loss": $0.loss(penalty: 2 * $0.penalty), "gradW": 2 * $0.gradW] },
    mse.mistake(
      "Q6a", "your gradW is 2λ·w",
      why: "the ½ of the penalty cancels the 2 of the square: λ·w",
      where: "the line that computes gradW"
    ) { ["gradW": 2 * $0.gradW] },
    mse.mistake(
      "Q6b", "the ½ of the penalty is missing in your loss: λ·Σ w²",
      why: "the gradient λ·w belongs to λ/2 · Σ w²", where: lossLine
    ) { ["loss": $0.loss(penalty: 2 * $0.penalty)] },
    mse.mistake(
      "Q7", "the penalty in your loss and your gradW are divided by N",
      why: "the weights belong to no sample: λ/2 · Σ w² and λ·w", where: penaltyLines
    ) { ["loss": $0.loss(penalty: $0.penalty / $0.samples), "gradW": $0.gradW / $0.samples] },
    mse.mistake(
      "Q12", "the penalty is missing: your loss is the error alone, your gradW is 0",
      why: "add λ/2 · Σ w² to the loss; its gradient is λ·w", where: penaltyLines
    ) { ["loss": $0.loss(penalty: 0), "gradW": .zeros(shape: $0.w.shape)] },
    mse.mistake(
      "Q18", "the penalty is missing in your loss",
      why: "your gradient of w belongs to λ/2 · Σ w²: add it", where: lossLine
    ) { ["loss": $0.loss(penalty: 0)] },
    mse.mistake(
      "Q9", "your gradW is 0",
      why: "the penalty λ/2 · Σ w² has the gradient λ·w", where: "the line that computes gradW"
    ) { ["gradW": .zeros(shape: $0.w.shape)] },
    mse.mistake(
      "Q10", "your penalty is λ·Σ |w|, known as L1, and your gradW λ·sign(w)",
      why: "here it is L2: λ/2 · Σ w² and λ·w", where: penaltyLines
    ) {
      [
        "loss": $0.loss(penalty: $0.regularization * $0.w.abs().sum()),
        "gradW": $0.w.map { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 } * $0.regularization,
      ]
    },
    mse.mistake(
      "Q10b", "your loss holds the length of w, not its square: λ/2 · √(Σ w²)",
      why: "the gradient λ·w belongs to λ/2 · Σ w² without a root", where: lossLine
    ) {
      let length = $0.w.squared().sum().squareRoot()
      return ["loss": $0.loss(penalty: $0.regularization / 2 * length)]
    },
    mse.mistake(
      "Q14", "your gradW is λ·w²",
      why: "the derivative of λ/2 · w² is λ·w", where: "the line that computes gradW"
    ) { ["gradW": $0.regularization * $0.w.squared()] },
    mse.mistake(
      "Q15", "your loss subtracts the penalty, and your gradW is −λ·w",
      why: "large weights must cost: add λ/2 · Σ w²", where: penaltyLines
    ) { ["loss": $0.loss(penalty: -$0.penalty), "gradW": -$0.gradW] },
    mse.mistake(
      "Q20", "λ is missing: your loss has ½·Σ w², your gradW is w",
      why: "λ says how much the weights cost: λ/2 · Σ w² and λ·w", where: penaltyLines
    ) { ["loss": $0.loss(penalty: $0.w.squared().sum() / 2), "gradW": $0.w] },
  ]
}
