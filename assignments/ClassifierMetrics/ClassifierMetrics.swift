import Coursework

/// How well a classifier does, and where it fails: the contract of `classifier-metrics`.
///
/// There are N samples and C classes. A label is the number of a sample's true class, a prediction
/// that of the class it was taken for, from 0 to C − 1 both. Where a share is of nothing, 0/0, it is
/// 0.
///
/// The methods change nothing in place and remember nothing between calls.
public protocol ClassifierMetrics: Contract {
  /// The share of samples whose largest output is that of their label, from 0 to 1.
  ///
  /// - Parameters:
  ///   - outputs: What the classifier gives for each class, (N, C); no row has two equal numbers.
  ///   - labels: The true classes, N whole numbers.
  /// - Returns: The accuracy.
  /// - Throws: `NotImplemented` until it is written.
  func accuracy(outputs: Tensor, labels: [Int]) throws -> Double

  /// The probability of one class, for a classifier whose outputs do not add up to 1.
  ///
  /// ```
  /// prob_i = outputs[i, index] / Σⱼ outputs[i, j]
  /// ```
  ///
  /// - Parameters:
  ///   - outputs: What the classifier gives for each class, all above 0, (N, C).
  ///   - index: The class.
  /// - Returns: The probability for each sample, (N).
  /// - Throws: `NotImplemented` until it is written.
  func classProbability(outputs: Tensor, index: Int) throws -> Tensor

  /// The confusion matrix, whose rows are true and whose columns are predicted classes.
  ///
  /// counts[i, j] says how many samples of class i were taken for class j. In shares every row is
  /// divided by its sum, which makes the diagonal the recall of each class; the row of a class
  /// without samples is all 0.
  ///
  /// - Parameters:
  ///   - predictions: The predicted classes, N whole numbers.
  ///   - labels: The true classes, N whole numbers.
  ///   - classes: C.
  /// - Returns: The counts and the shares, (C, C) both.
  /// - Throws: `NotImplemented` until it is written.
  func confusionMatrix(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (counts: Tensor, shares: Tensor)

  /// The classification report: four numbers for each class, and three averages.
  ///
  /// ```
  /// precision = hits / predicted          recall = hits / support
  /// f1 = 2 · hits / (predicted + support)
  /// ```
  ///
  /// For each class, hits counts the samples that were rightly taken for it, predicted those that
  /// were taken for it, and support those that are of it. f1 is the harmonic mean of precision and
  /// recall. What is 0/0 is 0. The averages are over the classes, weighted by support.
  ///
  /// - Parameters:
  ///   - predictions: The predicted classes, N whole numbers.
  ///   - labels: The true classes, N whole numbers.
  ///   - classes: C.
  /// - Returns: Precision, recall, f1 and support of each class, (C) all, and the weighted means of
  ///   the first three.
  /// - Throws: `NotImplemented` until it is written.
  func classificationReport(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (
    precision: Tensor, recall: Tensor, f1: Tensor, support: Tensor,
    weightedPrecision: Double, weightedRecall: Double, weightedF1: Double
  )

  /// The gravest errors: samples taken for a wrong class, the surest last.
  ///
  /// ```
  /// delta = max_j p_ij − p_iy
  /// ```
  ///
  /// y is the label of sample i, and an error is a sample whose largest probability is not that of
  /// its label. The errors are sorted by delta, ascending (of equal ones the earlier sample comes
  /// first; the questions have none), and the last `count` of them are returned, or all if there are
  /// fewer.
  ///
  /// - Parameters:
  ///   - probabilities: p, (N, C); no row has two equal numbers.
  ///   - labels: The true classes, N whole numbers.
  ///   - count: How many errors to return.
  /// - Returns: The errors' row numbers in `probabilities`, and their deltas, in the same order.
  /// - Throws: `NotImplemented` until it is written.
  func rankErrors(
    probabilities: Tensor, labels: [Int], count: Int
  ) throws -> (samples: [Int], deltas: Tensor)
}

extension ClassifierMetrics {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "accuracy":
      let share = try accuracy(
        outputs: question.tensor("outputs"), labels: question.wholeNumbers("labels"))
      return ["accuracy": .number(share)]
    case "classProbability":
      let probability = try classProbability(
        outputs: question.tensor("outputs"), index: question.wholeNumber("index"))
      return ["probability": .tensor(probability)]
    case "confusionMatrix":
      let out = try confusionMatrix(
        predictions: question.wholeNumbers("predictions"), labels: question.wholeNumbers("labels"),
        classes: question.wholeNumber("classes"))
      return ["counts": .tensor(out.counts), "shares": .tensor(out.shares)]
    case "classificationReport":
      let out = try classificationReport(
        predictions: question.wholeNumbers("predictions"), labels: question.wholeNumbers("labels"),
        classes: question.wholeNumber("classes"))
      return [
        "precision": .tensor(out.precision), "recall": .tensor(out.recall),
        "f1": .tensor(out.f1), "support": .tensor(out.support),
        "weightedPrecision": .number(out.weightedPrecision),
        "weightedRecall": .number(out.weightedRecall), "weightedF1": .number(out.weightedF1),
      ]
    case "rankErrors":
      let out = try rankErrors(
        probabilities: question.tensor("probabilities"), labels: question.wholeNumbers("labels"),
        count: question.wholeNumber("count"))
      return [
        "samples": .tensor(Tensor(out.samples.map(Double.init))), "deltas": .tensor(out.deltas),
      ]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
