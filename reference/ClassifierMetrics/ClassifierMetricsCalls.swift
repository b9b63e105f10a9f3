import Coursework

/// What the metrics of outputs are computed from.
struct OutputsCall: Sendable {
  let outputs: Tensor
  let labels: [Int]

  init(_ question: Question) throws {
    outputs = try question.tensor("outputs")
    labels = try question.wholeNumbers("labels")
  }

  var samples: Double { Double(outputs.shape[0]) }
  var classes: Double { Double(outputs.shape[1]) }
  var predictions: [Int] { outputs.argmax(axis: 1) }
  /// 1 for every sample that is rightly predicted.
  var hits: [Double] { zip(predictions, labels).map { $0 == $1 ? 1 : 0 } }
}

/// What the probability of one class is computed from.
struct ProbabilityCall: Sendable {
  let outputs: Tensor
  let index: Int

  init(_ question: Question) throws {
    outputs = try question.tensor("outputs")
    index = try question.wholeNumber("index")
  }

  var classes: Int { outputs.shape[1] }
  var column: Tensor { outputs.column(index) }
  var sums: Tensor { outputs.sum(axis: 1) }
}

/// What the confusion matrix and the classification report are computed from.
struct ClassesCall: Sendable {
  let predictions, labels: [Int]
  let classes: Int
  /// The right confusion matrix.
  let counts: Tensor

  init(_ question: Question) throws {
    predictions = try question.wholeNumbers("predictions")
    labels = try question.wholeNumbers("labels")
    classes = try question.wholeNumber("classes")
    counts = ClassifierMetricsReference.counts(
      predictions: try question.tensor("predictions"), labels: try question.tensor("labels"),
      classes: Tensor(Double(classes)))
  }

  var samples: Double { Double(labels.count) }
  var hits: Tensor { (counts * .identity(classes)).sum(axis: 1) }
  var support: Tensor { counts.sum(axis: 1) }
  var predicted: Tensor { counts.sum(axis: 0) }
  /// The right answers of a report.
  var precision: Tensor { Self.ratio(hits, predicted) }
  var recall: Tensor { Self.ratio(hits, support) }
  var f1: Tensor { Self.ratio(2 * hits, predicted + support) }

  /// a/b, and 0 where b is 0.
  static func ratio(_ a: Tensor, _ b: Tensor) -> Tensor { a / (b + (b .== 0)) }

  /// The results that follow from other numbers for each class; f1 is right unless it is given.
  func report(
    precision: Tensor? = nil, recall: Tensor? = nil, f1: Tensor? = nil, weights: Tensor? = nil
  ) -> [String: Tensor] {
    let (precision, recall) = (precision ?? self.precision, recall ?? self.recall)
    let f1 = f1 ?? self.f1
    let weights = weights ?? support
    func mean(_ values: Tensor) -> Tensor { Tensor((values * weights).sum() / weights.sum()) }
    return [
      "precision": precision, "recall": recall, "f1": f1, "weightedPrecision": mean(precision),
      "weightedRecall": mean(recall), "weightedF1": mean(f1),
    ]
  }

  /// The harmonic mean of two numbers for each class, and 0 where both are 0.
  static func harmonicMean(_ a: Tensor, _ b: Tensor) -> Tensor { ratio(2 * a * b, a + b) }
}

/// What the ranking of errors is computed from.
struct RankingCall: Sendable {
  let probabilities: Tensor
  let labels: [Int]
  let count: Int

  init(_ question: Question) throws {
    probabilities = try question.tensor("probabilities")
    labels = try question.wholeNumbers("labels")
    count = try question.wholeNumber("count")
  }

  /// The probability of each sample's label, and the largest one.
  var right: Tensor { Tensor(labels.enumerated().map { probabilities[$0, $1] }) }
  var largest: Tensor { probabilities.max(axis: 1) }
  var deltas: Tensor { largest - right }
  /// The rows that are not rightly predicted, as they come.
  var errors: [Int] {
    zip(probabilities.argmax(axis: 1), labels).enumerated()
      .compactMap { $1.0 == $1.1 ? nil : $0 }
  }

  /// Those of the samples with the largest values, ascending.
  func last(_ samples: [Int], by values: Tensor) -> [Int] {
    Array(samples.sorted { (values[$0], $0) < (values[$1], $1) }.suffix(count))
  }

  /// An answer that ranks the errors by these values.
  func ranked(_ samples: [Int], by values: Tensor) -> [String: Tensor] {
    answer(last(samples, by: values), values)
  }

  /// An answer with these samples, and their values.
  func answer(_ samples: [Int], _ values: Tensor) -> [String: Tensor] {
    [
      "samples": Tensor(samples.map(Double.init)), "deltas": Tensor(samples.map { values[$0] }),
    ]
  }
}
