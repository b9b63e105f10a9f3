import Coursework
import Grading

extension LossesReference {
  /// Mistakes in `svmLoss`.
  ///
  /// m_ij = max(0, s_ij − s_iy + 1) for j ≠ y, N samples are in C classes.
  static let svmMisconceptions = svmBoth + svmLosses + svmGradients

  private static let svm = WrongVariants(
    question: "svmLoss", reference: { try LossesReference().answer($0) }
  ) { try ScoresCall($0) }
  private static let marginLine = "the line that computes the margins"
  private static let gradientLines = "the lines that compute gradScores"
  private static let resultLines = "the lines that compute both results"

  private static let svmBoth: [Misconception] = [
    svm.mistake(
      "V4b", "the mean over the batch is missing: your loss and gradScores are sums",
      why: "divide both by the number of samples N", where: resultLines
    ) { ["loss": Tensor($0.loss * $0.samples), "gradScores": $0.gradScores * $0.samples] },
    svm.mistake(
      "V11", "your loss and gradScores are divided by N·C, as a mean over all numbers is",
      why: "every sample counts once, however many classes there are: divide by N",
      where: resultLines
    ) { ["loss": Tensor($0.loss / $0.classes), "gradScores": $0.gradScores / $0.classes] },
    svm.mistake(
      "V15", "your loss and gradScores are divided by the number of wrong classes, C − 1, too",
      why: "the margins of a sample are added up: divide by N alone", where: resultLines
    ) {
      // A single class has no wrong ones; a loss of 0 stays 0.
      let wrong = max(1, $0.classes - 1)
      return ["loss": Tensor($0.loss / wrong), "gradScores": $0.gradScores / wrong]
    },
    svm.mistake(
      "V5", "the margin is missing: you take max(0, s_ij − s_iy)",
      why: "the right class must win by 1: max(0, s_ij − s_iy + 1)", where: marginLine
    ) { of($0, hinges: $0.margins(0).maximum(0), slopes: $0.margins(0) .> 0) },
    svm.mistake(
      "V16", "your margin is 2: you take max(0, s_ij − s_iy + 2)",
      why: "the right class must win by 1: max(0, s_ij − s_iy + 1)", where: marginLine
    ) { of($0, hinges: $0.margins(2).maximum(0), slopes: $0.margins(2) .> 0) },
    svm.mistake(
      "V6", "you square the margins: this is the squared hinge loss",
      why: "here the margins m are added up as they are, and their slope is 1", where: marginLine
    ) { of($0, hinges: $0.hinges.squared(), slopes: 2 * $0.hinges) },
    svm.mistake(
      "V7", "your margins are reversed: you take max(0, s_iy − s_ij + 1)",
      why: "a wrong class costs when it comes near: max(0, s_ij − s_iy + 1)", where: marginLine
    ) {
      let margins = 2 - $0.margins()
      return of($0, hinges: margins.maximum(0), slopes: -1 * (margins .> 0))
    },
    svm.mistake(
      "V8", "max(0, …) is missing: margins below 0 are added as well",
      why: "a class that is beaten by more than 1 costs nothing: max(0, s_ij − s_iy + 1)",
      where: marginLine
    ) { of($0, hinges: $0.margins(), slopes: .ones(shape: $0.scores.shape)) },
    svm.mistake(
      "V9", "only the worst wrong class of each sample counts",
      why: "every wrong class that comes too near costs: add all m_ij of a row", where: marginLine
    ) {
      let worst = $0.hinges.max(axis: 1, keepingDimension: true)
      let chosen = ($0.hinges .== worst) * $0.violated
      return of($0, hinges: chosen * $0.hinges, slopes: chosen)
    },
  ]

  private static let svmLosses: [Misconception] = [
    svm.mistake(
      "V1", "your loss is 1 too large: the right class is counted as well",
      why: "for j = y the margin is max(0, 1) = 1; leave that class out", where: marginLine
    ) { ["loss": Tensor($0.loss + 1)] },
    svm.mistake(
      "V17", "your loss is the sum over the batch, not the mean",
      why: "divide by the number of samples N, as your gradient does",
      where: "the line that computes the loss"
    ) { ["loss": Tensor($0.loss * $0.samples)] },
    svm.mistake(
      "V18", "your loss is the number of margins above 0, not their sum",
      why: "how far a class comes too near counts: add the m_ij",
      where: "the line that computes the loss"
    ) { ["loss": Tensor($0.violated.sum() / $0.samples)] },
  ]

  private static let svmGradients: [Misconception] = [
    svm.mistake(
      "V2", "your gradScores is −1/N at every right class",
      why: "its score stands in every margin of the row: minus the number of m_ij > 0, over N",
      where: gradientLines
    ) { ["gradScores": ($0.violated - $0.targets) / $0.samples] },
    svm.mistake(
      "V3", "your gradScores is 0 at the right classes",
      why: "a higher score there lowers the loss: minus the number of m_ij > 0, over N",
      where: gradientLines
    ) { ["gradScores": $0.violated / $0.samples] },
    svm.mistake(
      "V4", "your gradScores is not divided by N",
      why: "the loss is a mean over N samples, so its gradient has the 1/N too",
      where: gradientLines
    ) { ["gradScores": $0.gradScores * $0.samples] },
    svm.mistake(
      "V10", "your gradScores holds the margins themselves where their slope belongs",
      why: "where m_ij > 0 the slope of m_ij is 1, however large it is", where: gradientLines
    ) { ["gradScores": $0.balanced($0.hinges)] },
    svm.mistake(
      "V12", "your gradScores has the opposite sign",
      why: "more score for a wrong class means more loss: 1/N there", where: gradientLines
    ) { ["gradScores": -$0.gradScores] },
    svm.mistake(
      "V13", "your gradScores is 1/N too low at the right classes: they are counted as well",
      why: "only wrong classes count: minus the number of m_ij > 0 with j ≠ y, over N",
      where: gradientLines
    ) { ["gradScores": $0.gradScores - $0.targets / $0.samples] },
  ]

  /// The results that follow from the margins of wrong classes and their slopes.
  private static func of(
    _ call: ScoresCall, hinges: Tensor, slopes: Tensor
  ) -> [String: Tensor] {
    [
      "loss": Tensor((hinges * call.others).sum() / call.samples),
      "gradScores": call.balanced(slopes * call.others),
    ]
  }
}
