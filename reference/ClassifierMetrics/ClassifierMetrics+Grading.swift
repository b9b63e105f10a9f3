import Assignments
import Coursework
import Grading

extension Assignment {
  /// Accuracy, confusion matrix, classification report and a ranking of errors: 42 points.
  package static let classifierMetrics = Assignment(
    id: "classifier-metrics", title: "Metrics of a classifier", contract: "ClassifierMetrics",
    reference: { try ClassifierMetricsReference().answer($0) },
    formula: ClassifierMetricsFormula(),
    parts: [
      .accuracy, .probability, .confusion, .confusionEmpty, .report, .reportEmpty, .ranking,
    ],
    misconceptions: ClassifierMetricsReference.outputMisconceptions
      + ClassifierMetricsReference.confusionMisconceptions
      + ClassifierMetricsReference.reportMisconceptions
      + ClassifierMetricsReference.rankingMisconceptions,
    alternatives: ClassifierMetricsReference.alternatives,
    publicChecks: PublicCheck.classifierMetrics)
}

// MARK: - Parts

extension Part {
  fileprivate static let accuracy = Part(
    id: "accuracy", title: "Accuracy", outputs: [Output("accuracy", points: 3)],
    checks: [
      .agrees(
        "accuracy/values", judging: ["accuracy"], sizes: [[7, 3], [9, 4], [5, 5], [11, 6]],
        question: MetricsDraw.accuracy)
    ])

  fileprivate static let probability = Part(
    id: "probability", title: "Probability of a class", outputs: [Output("probability", points: 2)],
    checks: [
      .agrees(
        "probability/values", judging: ["probability"], sizes: [[5, 3], [6, 4], [4, 4], [7, 5]]
      ) { draw, n in
        Question(
          "classProbability",
          [
            "outputs": .tensor(MetricsDraw.outputs(&draw, n[0], n[1])),
            "index": .number(Double(draw.one(of: Array(0..<n[1])))),
          ])
      }
    ])

  fileprivate static let confusion = Part(
    id: "confusion", title: "Confusion matrix",
    outputs: [Output("counts", points: 3), Output("shares", points: 3)],
    checks: [
      .agrees("confusion/values", judging: ["counts", "shares"], sizes: everyClass) { draw, n in
        MetricsDraw.everyClass("confusionMatrix", &draw, n)
      }
    ])

  /// A part of its own: who divides 0 by 0 has understood the rest, and loses these points alone.
  fileprivate static let confusionEmpty = Part(
    id: "confusion-empty", title: "Confusion matrix where classes are missing",
    outputs: [Output("counts", points: 1), Output("shares", points: 1)],
    checks: [
      .lackingClasses("confusion-empty/values", "confusionMatrix", judging: ["counts", "shares"])
    ])

  fileprivate static let report = Part(
    id: "report", title: "Classification report",
    outputs: [
      Output("precision", points: 3), Output("recall", points: 3), Output("f1", points: 3),
      Output("support", points: 2), Output("weightedPrecision", points: 1),
      Output("weightedRecall", points: 1), Output("weightedF1", points: 1),
    ],
    checks: [
      .agrees("report/values", judging: ofReport, sizes: everyClass) { draw, n in
        MetricsDraw.everyClass("classificationReport", &draw, n)
      }
    ])

  fileprivate static let reportEmpty = Part(
    id: "report-empty", title: "Classification report where classes are missing",
    outputs: ofReport.map { Output($0, points: 1) },
    checks: [
      .lackingClasses("report-empty/values", "classificationReport", judging: ofReport)
    ])

  fileprivate static let ranking = Part(
    id: "ranking", title: "Ranking of errors",
    outputs: [Output("samples", points: 5), Output("deltas", points: 3)],
    checks: [
      .agrees("ranking/values", judging: ["samples", "deltas"]) { seed in
        // The last asks for more errors than there are.
        [[12, 4, 3], [15, 5, 6], [17, 6, 4], [9, 3, 16]].enumerated().map { variant, n in
          var draw = Draw(seed: seed, check: "ranking/values", variant: variant)
          return MetricsDraw.ranking(&draw, n)
        }
      }
    ])
}

/// What a classification report holds.
private let ofReport = [
  "precision", "recall", "f1", "support", "weightedPrecision", "weightedRecall", "weightedF1",
]

/// N and C of samples among which every class has its own.
private let everyClass = [[14, 3], [19, 4], [23, 5], [17, 6]]
