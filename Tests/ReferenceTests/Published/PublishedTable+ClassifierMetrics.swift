import NumericChecks
import Reference
import Tensors
import Testing

extension PublishedTable {
  /// Without the data nothing of a report can be recomputed from samples; what it prints must
  /// still agree with itself.
  static let classifierMetrics = PublishedTable(
    assignment: "classifier-metrics", exact: [], settled: ["2.10", "2.11", "2.18"],
    cells: accuracies + averages + harmonicMeans)

  private static let reference = ClassifierMetricsReference()

  // MARK: - Accuracy

  private static let accuracies: [PublishedCell] = [
    PublishedCell(
      "2.10", in: .kerasMNIST, "model.evaluate · accuracy, 195 errors", .value(Tensor(0.9805))
    ) { accuracy(errors: 195) },
    PublishedCell(
      "2.18", in: .kerasMNIST, "model_dropout.evaluate · accuracy, 169 errors",
      .value(Tensor(0.9831))
    ) { accuracy(errors: 169) },
  ]

  private static func accuracy(errors: Int) -> Tensor {
    let labels = (0..<10_000).map { $0 % 10 }
    let predictions = labels.enumerated().map { $0 < errors ? ($1 + 1) % 10 : $1 }
    return Tensor(
      reference.accuracy(outputs: Tensor.identity(10).rows(at: predictions), labels: labels))
  }

  // MARK: - Reports

  private static let averages: [PublishedCell] = reports.flatMap { report in
    [("precision", report.precision), ("recall", report.recall), ("f1-score", report.f1)].map {
      name, column in
      PublishedCell(
        report.part, in: .kerasMNIST, "\(report.name) · avg / total of \(name)",
        // The mean of rounded numbers, itself rounded.
        .near(Tensor(0.98), within: 0.0100001)
      ) { ClassifierMetricsReference.mean(of: column, weighted: support) }
    }
  }

  private static let harmonicMeans: [PublishedCell] = reports.map { report in
    PublishedCell(
      report.part, in: .kerasMNIST, "\(report.name) · f1-score of precision and recall",
      // Of three numbers that are rounded, at slopes of which the sum is about 1.
      .near(report.f1, within: 0.0099)
    ) { 2 * report.precision * report.recall / (report.precision + report.recall) }
  }

  private static let support: Tensor = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]

  private static let reports:
    [(part: String, name: String, precision: Tensor, recall: Tensor, f1: Tensor)] = [
      (
        "2.11", "model",
        [0.98, 0.99, 0.97, 0.98, 0.98, 0.98, 0.99, 0.98, 0.98, 0.98],
        [0.99, 0.99, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98, 0.97, 0.98],
        [0.99, 0.99, 0.97, 0.98, 0.98, 0.98, 0.98, 0.98, 0.97, 0.98]
      ),
      (
        "2.18", "model_dropout",
        [0.97, 0.99, 0.98, 0.98, 0.97, 0.99, 0.99, 0.98, 0.98, 0.99],
        [0.99, 0.99, 0.98, 0.99, 0.99, 0.98, 0.98, 0.98, 0.97, 0.97],
        [0.98, 0.99, 0.98, 0.99, 0.98, 0.99, 0.99, 0.98, 0.98, 0.98]
      ),
    ]
}
