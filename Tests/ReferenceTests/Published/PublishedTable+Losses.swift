import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

extension PublishedTable {
  static let losses = PublishedTable(
    assignment: "losses", exact: ["1.31", "1.32", "3.7"], settled: [], cells: svm + softmax + mse)

  private static let reference = LossesReference()

  // MARK: - Scores of cs231n

  private static let svm: [PublishedCell] = [
    PublishedCell(
      "1.31", in: .cs231n, "svm_loss · loss", .value(Tensor(8.999602749096233))
    ) { Tensor(ScoresCell.svm.loss) },
    PublishedCell(
      "1.31", in: .cs231n, "svm_loss · the first row of dx",
      .value([0.02, 0.02, -0.18, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02])
    ) { ScoresCell.svm.gradient.row(0) },
    PublishedCell(
      "1.31", in: .cs231n, "svm_loss · dx error",
      .gradientError(1.4021566006651672e-09, .around(exponent: -9))
    ) { ScoresCell.svm.error },
  ]

  private static let softmax: [PublishedCell] = [
    PublishedCell(
      "1.32", in: .cs231n, "softmax_loss · loss", .value(Tensor(2.302545844500738))
    ) { Tensor(ScoresCell.softmax.loss) },
    PublishedCell(
      "1.32", in: .cs231n, "softmax_loss · the first row of dx",
      .value([
        0.00200115891687141, 0.0020031193249855916, -0.01800324647645295, 0.0019989053386199446,
        0.0020001732512787067, 0.001998773037382733, 0.002000023098734994, 0.0020040502480544995,
        0.0019974732332909383, 0.001999570027234134,
      ])
    ) { ScoresCell.softmax.gradient.row(0) },
    PublishedCell(
      "1.32", in: .cs231n, "softmax_loss · dx error",
      .gradientError(9.384673161989355e-09, .around(exponent: -8))
    ) { ScoresCell.softmax.error },
  ]

  // MARK: - The net of cs145

  private static let mse: [PublishedCell] = [
    PublishedCell(
      "3.7", in: .cs145Net, "MSE · the example of the text", .value(Tensor(0.06))
    ) {
      // The text gives Σ r² of one sample, without the ½.
      Tensor(
        2
          * reference.mseLoss(
            scores: [[0.1, 0.1, 0.8]], labels: [2], w: [[0]], regularization: 0
          )
          .loss)
    },
    PublishedCell(
      "3.7", in: .cs145Net, "loss · reg 0.05", .value(Tensor(1.8973332763705641))
    ) { Tensor(toyLoss) },
  ]

  /// The loss of the toy model, 4-10-3 with a ReLU, on the toy data; both weights are penalised.
  private static let toyLoss: Double = {
    var random = RandomState(seed: 0)
    let (w1, w2) = (0.1 * random.randn(10, 4), 0.1 * random.randn(3, 10))
    random = RandomState(seed: 1)
    let x = 10 * random.randn(5, 4)
    let scores = x.matmul(w1.transposed()).maximum(0).matmul(w2.transposed())
    let labels = [0, 1, 2, 2, 1]
    let hidden = reference.mseLoss(scores: scores, labels: labels, w: w1, regularization: 0.05)
    let output = reference.mseLoss(scores: scores, labels: labels, w: w2, regularization: 0.05)
    let error = reference.mseLoss(scores: scores, labels: labels, w: w2, regularization: 0)
    return hidden.loss + output.loss - error.loss
  }()
}

/// The cell about the two losses of scores, from seed 231.
struct ScoresCell: Sendable {
  static let svm = ScoresCell { LossesReference().svmLoss(scores: $0, labels: $1) }
  static let softmax = ScoresCell { LossesReference().softmaxLoss(scores: $0, labels: $1) }

  let loss: Double
  let gradient: Tensor
  /// Of the gradient, beside central differences.
  let error: Tensor

  private init(_ evaluate: (Tensor, [Int]) -> (loss: Double, gradScores: Tensor)) {
    var random = RandomState(seed: 231)
    let x = 0.001 * random.randn(50, 10)
    let labels = random.randint(below: 10, count: 50)
    (loss, gradient) = evaluate(x, labels)
    let numerical = CourseGradientCheck.numericalGradient(of: { evaluate($0, labels).loss }, at: x)
    error = Tensor(CourseGradientCheck.relativeError(numerical, gradient))
  }
}
