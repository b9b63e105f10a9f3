import Coursework
import Grading

extension TanhNetCourseworkReference {
  /// Mistakes in `forward`.
  static let forwardMisconceptions: [Misconception] = [
    forward.mistake(
      "TF1", "your last layer has no tanh: yHat is its sum",
      why: "tanh follows every layer, so that ŷ lies between −1 and 1 like the targets",
      where: "the last layer"
    ) { $0.yHat(output: TanhPass.identity) },
    forward.mistake(
      "TF2", "your biases are missing: a = z·W",
      why: "every layer adds its biases: a = z·W + b", where: sumLine
    ) { $0.yHat(bias: 0) },
    forward.mistake(
      "TF3", "your biases are subtracted: a = z·W − b",
      why: "every layer adds its biases: a = z·W + b", where: sumLine
    ) { $0.yHat(bias: -1) },
    forward.mistake(
      "TF4", "there is a sigmoid where tanh belongs",
      why: "tanh goes from −1 to 1, a sigmoid from 0 to 1", where: activationLine
    ) { $0.yHat(hidden: TanhPass.sigmoid, output: TanhPass.sigmoid) },
    forward.mistake(
      "TF5", "there is a sigmoid behind your last layer",
      why: "the targets are −1 and 1, so tanh follows the last layer too", where: "the last layer"
    ) { $0.yHat(output: TanhPass.sigmoid) },
    forward.mistake(
      "TF6", "your hidden layers have no tanh",
      why: "layers without a bend between them are one layer: tanh follows each",
      where: "the hidden layers"
    ) { $0.yHat(hidden: TanhPass.identity) },
    forward.mistake(
      "TF7", "there is a ReLU behind your hidden layers",
      why: "here tanh follows every layer", where: "the hidden layers"
    ) { $0.yHat(hidden: { $0.maximum(0) }) },
    forward.mistake(
      "TF8", "your tanh is that of half the sum: 2/(1 + exp(−a)) − 1",
      why: "tanh(a) is 2/(1 + exp(−2a)) − 1; the 2 in the exponent is missing",
      where: activationLine
    ) { $0.yHat(hidden: { (0.5 * $0).tanh() }, output: { (0.5 * $0).tanh() }) },
    forward.mistake(
      "TF9", "your last layer has tanh twice",
      why: "one tanh follows each layer", where: "the last layer"
    ) { $0.yHat(output: { $0.tanh().tanh() }) },
  ]

  /// Mistakes in `loss`; n is how many entries y has.
  static let lossMisconceptions: [Misconception] = [
    loss.mistake(
      "TL1", "your loss is the sum of the squares, not divided by n",
      why: "a mean does not grow with the number of samples: 1/n · Σ (y − ŷ)²", where: lossLine
    ) { ["loss": Tensor($0.squares.sum())] },
    loss.mistake(
      "TL2", "your loss has a ½: 1/(2n) · Σ (y − ŷ)²",
      why: "here the squared error is the plain mean: 1/n · Σ (y − ŷ)²", where: lossLine
    ) { ["loss": Tensor($0.squares.mean() / 2)] },
    loss.mistake(
      "TL3", "your loss is divided by the number of samples alone",
      why: "n counts every entry of y, in all columns", where: lossLine
    ) { ["loss": Tensor($0.squares.sum() / Double($0.y.shape[0]))] },
    loss.mistake(
      "TL4", "your loss is the mean of |y − ŷ|",
      why: "the errors are squared: 1/n · Σ (y − ŷ)²", where: lossLine
    ) { ["loss": Tensor($0.residuals.abs().mean())] },
    loss.mistake(
      "TL5", "your loss is the root of the mean",
      why: "the loss is the mean of the squares itself, without a root", where: lossLine
    ) { ["loss": Tensor($0.squares.mean().squareRoot())] },
    loss.mistake(
      "TL6", "your loss is the square of the mean error",
      why: "errors of opposite signs must not cancel: square each, then take the mean",
      where: lossLine
    ) { ["loss": Tensor($0.residuals.mean() * $0.residuals.mean())] },
    loss.mistake(
      "TL7", "every target is compared with the ŷ of every sample, not only its own",
      why: "shapes such as (N) and (N, 1) are broadcast to a table of N × N: subtract equal shapes",
      where: "the line that computes y − ŷ"
    ) { ["loss": Tensor($0.meanOverPairs { ($0 - $1) * ($0 - $1) })] },
    loss.mistake(
      "TL8", "your loss is the share of wrong signs, not the squared error",
      why: "that is the classification error; the loss is 1/n · Σ (y − ŷ)²", where: lossLine
    ) { ["loss": Tensor((($0.y * $0.yHat) .< 0).mean())] },
  ]

  private static let forward = WrongVariants(question: "forward", reference: answer) {
    try TanhPass($0)
  }
  private static let loss = WrongVariants(question: "loss", reference: answer) {
    try PredictionCall($0)
  }
  private static let sumLine = "the line that computes a"
  private static let activationLine = "the line that computes tanh"
  private static let lossLine = "the line that computes the loss"
  /// The right answers.
  static let answer: Solution = { try TanhNetCourseworkReference().answer($0) }
}

/// Targets beside predictions.
struct PredictionCall: Sendable {
  let y, yHat: Tensor

  init(_ question: Question) throws {
    yHat = try question.tensor("yHat")
    y = question.inputs["y"]?.tensor ?? yHat
  }

  var residuals: Tensor { y - yHat }
  var squares: Tensor { residuals.squared() }
  /// The right classes.
  var classes: Tensor { yHat.map { $0 >= 0 ? 1 : -1 } }

  /// The mean over all pairs of a target and a prediction in one column, of whatever samples.
  func meanOverPairs(_ compare: (_ y: Double, _ yHat: Double) -> Double) -> Double {
    let (rows, columns) = (y.shape[0], y.shape[1])
    var sum = 0.0
    for i in 0..<rows {
      for k in 0..<rows {
        for j in 0..<columns { sum += compare(y[i, j], yHat[k, j]) }
      }
    }
    return sum / Double(rows * rows * columns)
  }
}
