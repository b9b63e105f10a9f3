import Coursework
import Grading

extension ClassifierMetricsReference {
  /// Right answers written differently, question by question.
  static let alternatives =
    outputAlternatives + confusionAlternatives + reportAlternatives + rankingAlternatives

  // MARK: - Outputs

  private static let outputAlternatives: [Alternative] = [
    Alternative("accuracy-loops", of: "accuracy", "sample by sample, class by class") {
      let call = try OutputsCall($0)
      var errors = 0
      for (i, y) in call.labels.enumerated() {
        for j in 0..<call.outputs.shape[1] where call.outputs[i, j] > call.outputs[i, y] {
          errors += 1
          break
        }
      }
      return ["accuracy": .number(1 - Double(errors) / call.samples)]
    },
    Alternative("accuracy-one-hot", of: "accuracy", "half the distance of one-hot rows") {
      let call = try OutputsCall($0)
      let rows = Tensor.identity(call.outputs.shape[1])
      let distance = (rows.rows(at: call.predictions) - rows.rows(at: call.labels)).abs().sum()
      return ["accuracy": .number((call.samples - distance / 2) / call.samples)]
    },
    Alternative("probability-rows", of: "classProbability", "row by row, each normalised") {
      let call = try ProbabilityCall($0)
      let rows = call.outputs / call.outputs.sum(axis: 1, keepingDimension: true)
      return ["probability": .tensor(rows.column(call.index))]
    },
    Alternative("probability-odds", of: "classProbability", "1 / (1 + the others over it)") {
      let call = try ProbabilityCall($0)
      return ["probability": .tensor(1 / (1 + (call.sums - call.column) / call.column))]
    },
  ]

  // MARK: - Confusion matrix

  private static let confusionAlternatives: [Alternative] = [
    Alternative("confusion-loops", of: "confusionMatrix", "one added for each sample") {
      let call = try ClassesCall($0)
      var counts = Tensor.zeros(call.classes, call.classes)
      for (label, prediction) in zip(call.labels, call.predictions) {
        counts[label, prediction] += 1
      }
      var shares = counts
      for i in 0..<call.classes {
        let sum = counts.row(i).sum()
        for j in 0..<call.classes where sum > 0 { shares[i, j] /= sum }
      }
      return ["counts": .tensor(counts), "shares": .tensor(shares)]
    },
    Alternative("confusion-bins", of: "confusionMatrix", "pairs numbered, then counted") {
      let call = try ClassesCall($0)
      var bins = [Double](repeating: 0, count: call.classes * call.classes)
      for (label, prediction) in zip(call.labels, call.predictions) {
        bins[label * call.classes + prediction] += 1
      }
      let counts = Tensor(shape: [call.classes, call.classes], scalars: bins)
      let sums = counts.sum(axis: 1, keepingDimension: true)
      return ["counts": .tensor(counts), "shares": .tensor(counts * (1 / sums.maximum(1)))]
    },
  ]

  // MARK: - Report

  private static let reportAlternatives: [Alternative] = [
    report("harmonic", "f1 from precision and recall") { call in
      call.report(f1: ClassesCall.harmonicMean(call.precision, call.recall))
    },
    report("error-counts", "true and false positives and negatives") { call in
      let (falsePositives, falseNegatives) = (
        call.predicted - call.hits, call.support - call.hits
      )
      return call.report(
        precision: ClassesCall.ratio(call.hits, call.hits + falsePositives),
        recall: ClassesCall.ratio(call.hits, call.hits + falseNegatives),
        f1: ClassesCall.ratio(call.hits, call.hits + (falsePositives + falseNegatives) / 2))
    },
    report("shares-as-weights", "averages with weights that add up to 1") { call in
      call.report(weights: call.support / call.samples)
    },
    report("reciprocal", "f1 as the reciprocal of mean reciprocals") { call in
      let means = (1 / call.precision + 1 / call.recall) / 2
      let f1 = 1 / means
      return call.report(f1: f1.map { $0.isFinite ? $0 : 0 })
    },
  ]

  private static func report(
    _ id: String, _ summary: String,
    new: @escaping @Sendable (ClassesCall) -> [String: Tensor]
  ) -> Alternative {
    Alternative("report-\(id)", of: "classificationReport", summary) {
      let call = try ClassesCall($0)
      let answer = new(call).merging(["support": call.support]) { $1 }
      return answer.mapValues { .tensor($0) }
    }
  }

  // MARK: - Ranking

  private static let rankingAlternatives: [Alternative] = [
    Alternative("ranking-descending", of: "rankErrors", "the largest are taken one by one") {
      let call = try RankingCall($0)
      var (left, picked) = (call.errors, [Int]())
      while picked.count < call.count, !left.isEmpty {
        let worst = left.reduce(left[0]) { call.deltas[$1] > call.deltas[$0] ? $1 : $0 }
        left.removeAll { $0 == worst }
        picked.insert(worst, at: 0)
      }
      return call.answer(picked, call.deltas).mapValues { .tensor($0) }
    },
    Alternative("ranking-all", of: "rankErrors", "all samples are sorted, and errors kept") {
      let call = try RankingCall($0)
      let sorted = call.labels.indices.sorted { call.deltas[$0] < call.deltas[$1] }
      let errors = Set(call.errors)
      let last = sorted.filter(errors.contains).suffix(call.count)
      return call.answer(Array(last), call.deltas).mapValues { .tensor($0) }
    },
  ]
}
