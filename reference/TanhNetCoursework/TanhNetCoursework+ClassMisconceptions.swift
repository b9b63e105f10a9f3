import Coursework
import Grading

extension TanhNetCourseworkReference {
  /// Mistakes in `classify`.
  static let classifyMisconceptions: [Misconception] = [
    classify.mistake(
      "TC1", "your classes are 0 and 1",
      why: "the targets are −1 and 1, and so are the classes", where: classLine
    ) { ["classes": $0.yHat .>= 0] },
    classify.mistake(
      "TC2", "your threshold is 0.5",
      why: "tanh goes from −1 to 1, so the middle is 0", where: classLine
    ) { ["classes": $0.yHat.map { $0 >= 0.5 ? 1 : -1 }] },
    classify.mistake(
      "TC3", "your classes are the wrong way round",
      why: "the class is 1 where ŷ is 0 or more, and −1 below", where: classLine
    ) { ["classes": -$0.classes] },
    classify.mistake(
      "TC4", "your classes are ŷ rounded to whole numbers, which gives zeros as well",
      why: "every sample is of one of the classes −1 and 1", where: classLine
    ) { ["classes": $0.yHat.map { $0.rounded() }] },
    classify.mistake(
      "TC5", "you return ŷ as it is",
      why: "a class is −1 or 1, however sure the net is of it", where: classLine
    ) { ["classes": $0.yHat] },
    classify.mistake(
      "TC6", "your classes are 1 where |ŷ| is at least 0.5",
      why: "it is the sign of ŷ that decides, not its size", where: classLine
    ) { ["classes": $0.yHat.map { abs($0) >= 0.5 ? 1 : -1 }] },
  ]

  /// Mistakes in `accuracy`.
  static let accuracyMisconceptions: [Misconception] = [
    accuracy.mistake(
      "TA1", "this is the share of errors; the accuracy is what is left to 100",
      why: "the course calls its accuracy MCE, an error, but counts what is right",
      where: countLine
    ) { ["accuracy": Tensor(100 - $0.accuracy)] },
    accuracy.mistake(
      "TA2", "your accuracy is a fraction between 0 and 1",
      why: "here it is in percent: times 100", where: countLine
    ) { ["accuracy": Tensor($0.accuracy / 100)] },
    accuracy.mistake(
      "TA3", "your accuracy is how many are right, not their share",
      why: "divide by how many entries there are, and take percent", where: countLine
    ) { ["accuracy": Tensor($0.hits.sum())] },
    accuracy.mistake(
      "TA4", "your ŷ are compared with the targets as they are, so that hardly any is equal",
      why: "make classes of ŷ first: 1 where it is at least 0, else −1",
      where: "the line that compares"
    ) { ["accuracy": Tensor(100 * ($0.y .== $0.yHat).mean())] },
    accuracy.mistake(
      "TA5", "your accuracy is divided by the number of samples alone",
      why: "every column of y has an entry of its own that may be right", where: countLine
    ) { ["accuracy": Tensor(100 * $0.hits.sum() / Double($0.y.shape[0]))] },
    accuracy.mistake(
      "TA6", "every target is compared with the class of every sample, not only its own",
      why: "shapes such as (N) and (N, 1) are broadcast to a table of N × N: compare equal shapes",
      where: "the line that compares"
    ) { ["accuracy": Tensor(100 * $0.meanOverPairs { $0 == ($1 >= 0 ? 1 : -1) ? 1 : 0 })] },
    accuracy.mistake(
      "TA7", "your classes are 0 and 1, so that no target of −1 is ever met",
      why: "the targets are −1 and 1, and so are the classes", where: "the line that makes classes"
    ) { ["accuracy": Tensor(100 * ($0.y .== ($0.yHat .>= 0)).mean())] },
    accuracy.mistake(
      "TA8", "your threshold is 0.5",
      why: "tanh goes from −1 to 1, so the middle is 0", where: "the line that makes classes"
    ) { ["accuracy": Tensor(100 * ($0.y .== $0.yHat.map { $0 >= 0.5 ? 1 : -1 }).mean())] },
  ]

  private static let classify = WrongVariants(question: "classify", reference: answer) {
    try PredictionCall($0)
  }
  private static let accuracy = WrongVariants(question: "accuracy", reference: answer) {
    try PredictionCall($0)
  }
  private static let classLine = "the line that compares with 0"
  private static let countLine = "the line that computes the share"
}

extension PredictionCall {
  /// 1 where the class is that of the target.
  fileprivate var hits: Tensor { y .== classes }
  /// The right share in percent.
  fileprivate var accuracy: Double { 100 * hits.mean() }
}
