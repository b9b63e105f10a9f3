import Coursework
import Grading

extension ClassifierMetricsReference {
  /// Mistakes in `classificationReport`; precision and recall that changed places are recognised
  /// without being listed.
  static let reportMisconceptions = classMisconceptions + averageMisconceptions

  private static let report = WrongVariants(
    question: "classificationReport", reference: { try ClassifierMetricsReference().answer($0) }
  ) { try ClassesCall($0) }
  private static let averageLines = "the lines that compute the averages"
  private static let f1Line = "the line that computes f1"
  private static let precisionLine = "the line that computes precision"

  // MARK: - Numbers of a class

  private static let classMisconceptions: [Misconception] = [
    report.mistake(
      "CR1", "your f1 is the arithmetic mean of precision and recall",
      why: "it is the harmonic mean: 2·precision·recall / (precision + recall)", where: f1Line
    ) { $0.report(f1: ($0.precision + $0.recall) / 2) },
    report.mistake(
      "CR2", "your f1 is precision·recall / (precision + recall): the 2 is missing",
      why: "where both are 1, f1 is 1 too: 2·precision·recall / (precision + recall)",
      where: f1Line
    ) { $0.report(f1: $0.f1 / 2) },
    report.mistake(
      "CR3", "your f1 is the geometric mean, the root of precision·recall",
      why: "it is the harmonic mean: 2·precision·recall / (precision + recall)", where: f1Line
    ) { $0.report(f1: ($0.precision * $0.recall).sqrt()) },
    report.mistake(
      "CR4", "your f1 is hits / (hits + errors of both kinds), the overlap of two sets",
      why: "hits count twice in f1: 2·hits / (predicted + support)", where: f1Line
    ) { $0.report(f1: ClassesCall.ratio($0.hits, $0.predicted + $0.support - $0.hits)) },
    report.mistake(
      "CR5", "your precision is the share of samples that the class is rightly told from the rest",
      why: "only samples that were taken for the class count: hits / predicted",
      where: precisionLine
    ) { call in
      let errors = call.predicted + call.support - 2 * call.hits
      let precision = (call.samples - errors) / call.samples
      return call.report(
        precision: precision, f1: ClassesCall.harmonicMean(precision, call.recall))
    },
    report.mistake(
      "CR6", "your recall is the share of other classes' samples that are not taken for the class",
      why: "that is the specificity; recall is hits / support",
      where: "the line that computes recall"
    ) { call in
      let others = call.samples - call.support
      let recall = ClassesCall.ratio(others - call.predicted + call.hits, others)
      return call.report(recall: recall, f1: ClassesCall.harmonicMean(call.precision, recall))
    },
    report.mistake(
      "CR7", "your precision is divided by the number of all samples",
      why: "only samples that were taken for the class count: hits / predicted",
      where: precisionLine
    ) { call in
      let precision = call.hits / call.samples
      return call.report(
        precision: precision, f1: ClassesCall.harmonicMean(precision, call.recall))
    },
    report.mistake(
      "CR8", "where your precision or recall is 0/0 there is no number, and none in f1",
      why: "what is 0/0 is 0 here: test the denominator before you divide",
      where: "the lines that divide"
    ) { call in
      let precision = call.hits / call.predicted
      let recall = call.hits / call.support
      // 0 of every number, and none where there is none.
      let lacks = 0 * (precision * recall / (precision + recall))
      return call.report(precision: precision, recall: recall, f1: call.f1 + lacks)
    },
    report.mistake(
      "CR9", "where your precision, recall or f1 is 0/0 there is no number",
      why: "what is 0/0 is 0 here: test the denominator before you divide",
      where: "the lines that divide"
    ) { call in
      call.report(
        precision: call.hits / call.predicted, recall: call.hits / call.support,
        f1: 2 * call.hits / (call.predicted + call.support))
    },
    report.mistake(
      "CR10", "your precision and recall are 1 where they are 0/0",
      why: "what is 0/0 is 0 here: a class that is never found has earned nothing",
      where: "the lines that divide"
    ) { call in
      let (precision, recall) = (
        call.precision + (call.predicted .== 0), call.recall + (call.support .== 0)
      )
      // Where neither is 0/0, f1 is left to the last bit.
      let isEmpty = (precision .!= call.precision).maximum(recall .!= call.recall)
      let f1 = ClassesCall.harmonicMean(precision, recall) * isEmpty + call.f1 * (1 - isEmpty)
      return call.report(precision: precision, recall: recall, f1: f1)
    },
    report.mistake(
      "CR11", "your support counts the samples that were taken for a class",
      why: "support is how many samples are of that class, whatever they were taken for",
      where: "the line that computes support"
    ) { ["support": $0.predicted] },
    report.mistake(
      "CR12", "your support is the share of a class, not how many samples it has",
      why: "support is a count: do not divide by N", where: "the line that computes support"
    ) { ["support": $0.support / $0.samples] },
    report.mistake(
      "CR13", "your support counts the hits alone",
      why: "samples that were taken for another class are of that class all the same",
      where: "the line that computes support"
    ) { ["support": $0.hits] },
  ]

  // MARK: - Averages

  private static let averageMisconceptions: [Misconception] = [
    report.mistake(
      "CR14", "your averages count every class once, whatever its support",
      why: "weighted averages: multiply by support, add up, and divide by the sum of support",
      where: averageLines
    ) { $0.report(weights: .ones($0.classes)) },
    report.mistake(
      "CR15", "your averages are weighted by how often a class is predicted",
      why: "the weights are the support, the samples that are of a class", where: averageLines
    ) { $0.report(weights: $0.predicted) },
    report.mistake(
      "CR16", "your averages are all hits over all samples",
      why: "that is the accuracy; average the numbers of the classes, weighted by support",
      where: averageLines
    ) { call in
      let accuracy = Tensor(call.hits.sum() / call.samples)
      return ["weightedPrecision": accuracy, "weightedRecall": accuracy, "weightedF1": accuracy]
    },
    report.mistake(
      "CR17", "your weightedF1 is the f1 of the two other averages",
      why: "average the f1 of the classes, weighted by support", where: averageLines
    ) { call in
      let right = call.report()
      let (precision, recall) = (
        right["weightedPrecision"] ?? Tensor(0), right["weightedRecall"] ?? Tensor(0)
      )
      return ["weightedF1": ClassesCall.harmonicMean(precision, recall)]
    },
    report.mistake(
      "CR18", "your averages are sums: what is weighted is not divided by the weights",
      why: "a weighted mean is divided by the sum of support, which is N", where: averageLines
    ) { call in
      func sum(_ values: Tensor) -> Tensor { Tensor((values * call.support).sum()) }
      return [
        "weightedPrecision": sum(call.precision), "weightedRecall": sum(call.recall),
        "weightedF1": sum(call.f1),
      ]
    },
  ]
}
