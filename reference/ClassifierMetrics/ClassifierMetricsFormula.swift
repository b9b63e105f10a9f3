import Coursework
import Grading

/// The right answers of `classifier-metrics`, for any numbers.
struct ClassifierMetricsFormula: Formula {
  func answer<A: TensorAlgebra>(_ question: String, _ inputs: [String: A]) throws -> [String: A]? {
    func given(_ name: String) throws -> A { try input(name, of: inputs) }
    switch question {
    case "accuracy":
      let accuracy = try ClassifierMetricsReference.accuracy(
        outputs: given("outputs"), labels: given("labels"))
      return ["accuracy": accuracy]
    case "classProbability":
      let probability = try ClassifierMetricsReference.classProbability(
        outputs: given("outputs"), index: given("index"))
      return ["probability": probability]
    case "confusionMatrix":
      let counts = try ClassifierMetricsReference.counts(
        predictions: given("predictions"), labels: given("labels"), classes: given("classes"))
      return ["counts": counts, "shares": ClassifierMetricsReference.shares(of: counts)]
    case "classificationReport":
      let counts = try ClassifierMetricsReference.counts(
        predictions: given("predictions"), labels: given("labels"), classes: given("classes"))
      let report = ClassifierMetricsReference.report(of: counts)
      return [
        "precision": report.precision, "recall": report.recall, "f1": report.f1,
        "support": report.support, "weightedPrecision": report.weightedPrecision,
        "weightedRecall": report.weightedRecall, "weightedF1": report.weightedF1,
      ]
    case "rankErrors":
      let ranked = try ClassifierMetricsReference.rankErrors(
        probabilities: given("probabilities"), labels: given("labels"), count: given("count"))
      return ["samples": ranked.samples, "deltas": ranked.deltas]
    default:
      return nil
    }
  }
}
