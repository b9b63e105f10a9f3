import Assignments
import Coursework

/// The reference solution of `classifier-metrics`.
package struct ClassifierMetricsReference: ClassifierMetrics {
  /// A solution; it keeps no state.
  package init() {}

  // MARK: - The contract

  /// The share of rows whose largest number is in the column of their label.
  package func accuracy(outputs: Tensor, labels: [Int]) -> Double {
    Self.accuracy(outputs: outputs, labels: Tensor(labels.map(Double.init))).scalar
  }

  /// `outputs[i, index] / Σⱼ outputs[i, j]` for every row.
  package func classProbability(outputs: Tensor, index: Int) -> Tensor {
    Self.classProbability(outputs: outputs, index: Tensor(Double(index)))
  }

  /// How many samples of each class were taken for each, and as shares of their class.
  package func confusionMatrix(
    predictions: [Int], labels: [Int], classes: Int
  ) -> (counts: Tensor, shares: Tensor) {
    let counts = Self.counts(
      predictions: Tensor(predictions.map(Double.init)), labels: Tensor(labels.map(Double.init)),
      classes: Tensor(Double(classes)))
    return (counts, Self.shares(of: counts))
  }

  /// Precision, recall, f1 and support of each class, and their means weighted by support.
  package func classificationReport(
    predictions: [Int], labels: [Int], classes: Int
  ) -> (
    precision: Tensor, recall: Tensor, f1: Tensor, support: Tensor,
    weightedPrecision: Double, weightedRecall: Double, weightedF1: Double
  ) {
    let report = Self.report(
      of: confusionMatrix(predictions: predictions, labels: labels, classes: classes).counts)
    return (
      report.precision, report.recall, report.f1, report.support,
      report.weightedPrecision.scalar, report.weightedRecall.scalar, report.weightedF1.scalar
    )
  }

  /// The rows with the largest differences between the largest and the right probability, ascending.
  package func rankErrors(
    probabilities: Tensor, labels: [Int], count: Int
  ) -> (samples: [Int], deltas: Tensor) {
    let ranked = Self.rankErrors(
      probabilities: probabilities, labels: Tensor(labels.map(Double.init)),
      count: Tensor(Double(count)))
    return (ranked.samples.scalars.map { Int($0) }, ranked.deltas)
  }
}

// MARK: - For any numbers

extension ClassifierMetricsReference {
  /// `accuracy`; which samples are hits does not depend on anything.
  static func accuracy<A: TensorAlgebra>(outputs: A, labels: A) -> A {
    let predictions = Tensor(outputs.value.argmax(axis: 1).map(Double.init))
    return A(constant: predictions .== labels.value).total() / Double(outputs.shape[0])
  }

  /// `classProbability`.
  static func classProbability<A: TensorAlgebra>(outputs: A, index: A) -> A {
    let column = OneHot.rows(index.reshaped(to: [1]), like: outputs)
    return (outputs * column).sum(axis: 1, keepingDimension: false)
      / outputs.sum(axis: 1, keepingDimension: false)
  }

  /// The confusion matrix, whose rows are true and whose columns are predicted classes.
  static func counts<A: TensorAlgebra>(predictions: A, labels: A, classes: A) -> A {
    let classes = Int(classes.value.scalar.rounded())
    let isTrue = OneHot.rows(labels.value, classes: classes)
    let isPredicted = OneHot.rows(predictions.value, classes: classes)
    return A(constant: isTrue.transposed().matmul(isPredicted))
  }

  /// Every row of the confusion matrix divided by its sum.
  static func shares<A: TensorAlgebra>(of counts: A) -> A {
    ratio(counts, counts.sum(axis: 1, keepingDimension: true))
  }

  /// What a classification report holds.
  struct Report<A: TensorAlgebra> {
    let precision, recall, f1, support: A
    let weightedPrecision, weightedRecall, weightedF1: A
  }

  /// The report of a confusion matrix.
  static func report<A: TensorAlgebra>(of counts: A) -> Report<A> {
    let diagonal = A(constant: .identity(counts.shape[0]))
    let hits = (counts * diagonal).sum(axis: 1, keepingDimension: false)
    let support = counts.sum(axis: 1, keepingDimension: false)
    let predicted = counts.sum(axis: 0, keepingDimension: false)
    let (precision, recall) = (ratio(hits, predicted), ratio(hits, support))
    let f1 = ratio(2 * hits, predicted + support)
    return Report(
      precision: precision, recall: recall, f1: f1, support: support,
      weightedPrecision: mean(of: precision, weighted: support),
      weightedRecall: mean(of: recall, weighted: support),
      weightedF1: mean(of: f1, weighted: support))
  }

  /// The mean of the values, each of which counts as often as its weight says.
  package static func mean<A: TensorAlgebra>(of values: A, weighted weights: A) -> A {
    (values * weights).total() / weights.total()
  }

  /// `rankErrors`; the order of the errors does not depend on anything.
  static func rankErrors<A: TensorAlgebra>(
    probabilities: A, labels: A, count: A
  ) -> (samples: A, deltas: A) {
    let right = (probabilities * OneHot.rows(labels, like: probabilities))
      .sum(axis: 1, keepingDimension: false)
    let deltas = probabilities.max(axis: 1, keepingDimension: false) - right
    let values = deltas.value.scalars
    let samples = values.indices.filter { values[$0] > 0 }
      .sorted { (values[$0], $0) < (values[$1], $1) }
      .suffix(Int(count.value.scalar.rounded()))
    let picks = Tensor.identity(values.count).rows(at: Array(samples))
    return (
      A(constant: Tensor(samples.map(Double.init))),
      A(constant: picks).matmul(deltas.reshaped(to: [-1, 1])).reshaped(to: [-1])
    )
  }

  /// a/b, and 0 where b is 0: there a is 0 too.
  private static func ratio<A: TensorAlgebra>(_ a: A, _ b: A) -> A {
    a / (b + A(constant: b.value .== 0))
  }
}
