import Coursework
import Grading

extension FullyConnectedNetCourseworkReference {
  /// Mistakes in `predict`.
  static let predictMisconceptions: [Misconception] = [
    predict.mistake(
      "FP1", "the ReLU is missing after every layer",
      why: "every layer but the last is followed by one, as in the loss", where: forwardLines
    ) { $0.highest { $0.rectified = 0 } },
    predict.mistake(
      "FP2", "only the first layer is followed by a ReLU",
      why: "every layer but the last is followed by one, as in the loss", where: forwardLines
    ) { $0.highest { $0.rectified = 1 } },
    predict.mistake(
      "FP3", "the last affine layer is followed by a ReLU",
      why: "scores may be below 0: where all are, a ReLU makes them equal", where: forwardLines
    ) { $0.highest { $0.rectified += 1 } },
    predict.mistake(
      "FP4", "the biases are missing in your forward pass",
      why: "z = h·w + b in every layer", where: forwardLines
    ) { $0.highest { $0.addsBiases = false } },
    predict.mistake(
      "FP5", "you take the class with the lowest score",
      why: "a higher score means a likelier class", where: labelLine
    ) { ["labels": labels((-$0.scores { _ in }).argmax(axis: 1))] },
    predict.mistake(
      "FP6", "you count classes from 1",
      why: "labels are whole numbers from 0 to C − 1", where: labelLine
    ) { ["labels": labels($0.scores { _ in }.argmax(axis: 1)) + 1] },
    predict.mistake(
      "FP7", "you take the highest score of each column, over the samples",
      why: "each row is a sample: take the place of the highest score in it", where: labelLine
    ) { ["labels": labels($0.scores { _ in }.argmax(axis: 0))] },
    predict.mistake(
      "FP8", "you take the column with the highest score in size, whatever its sign",
      why: "a score of −3 is lower than one of 2", where: labelLine
    ) { ["labels": labels($0.scores { _ in }.abs().argmax(axis: 1))] },
  ]

  private static let predict = WrongVariants(
    question: "predict", reference: { try FullyConnectedNetCourseworkReference().answer($0) }
  ) { try DeepNetCall($0) }
  private static let forwardLines = "the loop over the layers"
  private static let labelLine = "the line that picks the class"

  private static func labels(_ numbers: [Int]) -> Tensor { Tensor(numbers.map(Double.init)) }
}

extension DeepNetCall {
  /// The classes with the highest scores of a pass that is right but for the change.
  fileprivate func highest(_ change: (inout DeepNetVariant) -> Void) -> [String: Tensor] {
    ["labels": Tensor(scores(change).argmax(axis: 1).map(Double.init))]
  }
}
