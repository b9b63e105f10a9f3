import Coursework
import Grading
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of classifier-metrics")
struct ClassifierMetricsReferenceTests {
  private let reference = ClassifierMetricsReference()
  private let labels = [0, 0, 0, 1, 1, 2]
  private let predictions = [0, 0, 1, 1, 2, 2]

  // MARK: - Laws

  @Test("The weighted recall is the accuracy", arguments: 2...6)
  func weightedRecall(classes: Int) {
    let (labels, predictions) = Self.samples(classes)
    let report = reference.classificationReport(
      predictions: predictions, labels: labels, classes: classes)
    let outputs = Tensor.identity(classes).rows(at: predictions)
    let accuracy = reference.accuracy(outputs: outputs, labels: labels)
    #expect(abs(report.weightedRecall - accuracy) < 1e-15)
  }

  @Test("The diagonal of the shares is the recall, and rows add up to 1", arguments: 2...6)
  func shares(classes: Int) {
    let (labels, predictions) = Self.samples(classes)
    let matrix = reference.confusionMatrix(
      predictions: predictions, labels: labels, classes: classes)
    let report = reference.classificationReport(
      predictions: predictions, labels: labels, classes: classes)
    #expect(matrix.counts.sum() == Double(labels.count))
    #expect((matrix.shares.sum(axis: 1) - 1).abs().max() < 1e-15)
    let diagonal = (0..<classes).map { matrix.shares[$0, $0] }
    #expect(diagonal == report.recall.scalars)
  }

  @Test("Whoever swaps labels and predictions swaps precision and recall, and keeps f1")
  func swapped() {
    let (labels, predictions) = Self.samples(5)
    let one = reference.classificationReport(predictions: predictions, labels: labels, classes: 5)
    let other = reference.classificationReport(
      predictions: labels, labels: predictions, classes: 5)
    #expect(one.precision == other.recall && one.recall == other.precision)
    #expect(one.f1 == other.f1)
  }

  @Test("Whoever is always right has 1 everywhere, and no errors to rank")
  func perfect() {
    let labels = [2, 0, 1, 1]
    let report = reference.classificationReport(predictions: labels, labels: labels, classes: 3)
    #expect(report.precision == [1, 1, 1] && report.f1 == [1, 1, 1])
    #expect(report.weightedF1 == 1)
    let ranked = reference.rankErrors(
      probabilities: Tensor.identity(3).rows(at: labels), labels: labels, count: 6)
    #expect(ranked.samples == [] && ranked.deltas == .zeros(0))
  }

  @Test("The harmonic mean of precision and recall is f1")
  func harmonicMean() {
    let (labels, predictions) = Self.samples(4)
    let report = reference.classificationReport(
      predictions: predictions, labels: labels, classes: 4)
    for (f1, (p, r)) in zip(
      report.f1.scalars, zip(report.precision.scalars, report.recall.scalars))
    {
      #expect(abs(f1 - 2 / (1 / p + 1 / r)) < 1e-15)
    }
  }

  // MARK: - Shares of nothing

  @Test("What is 0/0 is 0: a class without samples, one never predicted, one neither")
  func nothing() {
    let labels = [0, 0, 1]
    let predictions = [0, 2, 0]
    let report = reference.classificationReport(
      predictions: predictions, labels: labels, classes: 4)
    #expect(report.precision == [0.5, 0, 0, 0])
    #expect(report.recall == [0.5, 0, 0, 0])
    #expect(report.f1 == [0.5, 0, 0, 0])
    #expect(report.support == [2, 1, 0, 0])
    let matrix = reference.confusionMatrix(predictions: predictions, labels: labels, classes: 4)
    #expect(matrix.shares.row(2) == .zeros(4) && matrix.shares.row(3) == .zeros(4))
  }

  // MARK: - Ranking

  @Test("Errors are sorted by delta, equal ones by their rows, and the last ones returned")
  func ranking() {
    let p: Tensor = [
      [0.75, 0.25], [0.25, 0.75], [0.125, 0.875], [0.75, 0.25], [0.625, 0.375],
    ]
    let labels = [1, 0, 0, 0, 1]
    let all = reference.rankErrors(probabilities: p, labels: labels, count: 9)
    #expect(all.samples == [4, 0, 1, 2] && all.deltas == [0.25, 0.5, 0.5, 0.75])
    let last = reference.rankErrors(probabilities: p, labels: labels, count: 2)
    #expect(last.samples == [1, 2] && last.deltas == [0.5, 0.75])
  }

  @Test("No two errors of a question are equally grave", arguments: CatalogueTests.seeds)
  func distinctDeltas(_ seed: Seed) throws {
    let questions = Assignment.classifierMetrics.checks.flatMap { $0.questions(seed) }
      .filter { $0.name == "rankErrors" }
    #expect(questions.count >= 3)
    for question in questions {
      let p = try question.tensor("probabilities")
      #expect(p.sum(axis: 1) == .ones(p.shape[0]))
      let ranked = reference.rankErrors(
        probabilities: p, labels: try question.wholeNumbers("labels"), count: p.shape[0])
      #expect(Set(ranked.deltas.scalars).count == ranked.samples.count)
      #expect(ranked.samples.count > 2 && ranked.samples.count < p.shape[0])
    }
  }

  // MARK: - Examples

  @Test("The handout's worked example is right")
  func handout() {
    let matrix = reference.confusionMatrix(predictions: predictions, labels: labels, classes: 3)
    #expect(matrix.counts == [[2, 1, 0], [0, 1, 1], [0, 0, 1]])
    #expect(matrix.shares == Tensor([[2.0 / 3, 1.0 / 3, 0], [0, 0.5, 0.5], [0, 0, 1]]))
    let report = reference.classificationReport(
      predictions: predictions, labels: labels, classes: 4)
    #expect(report.precision == [1, 0.5, 0.5, 0])
    #expect(report.recall == Tensor([2.0 / 3, 0.5, 1, 0]))
    #expect(report.f1 == Tensor([0.8, 0.5, 2.0 / 3, 0]))
    #expect(report.support == [3, 2, 1, 0])
    #expect(report.weightedPrecision == 0.75)
    #expect(abs(report.weightedRecall - 0.6667) < 5e-5)
    #expect(abs(report.weightedF1 - 0.6778) < 5e-5)
    let outputs: Tensor = [[1, 3], [2, 0.5], [0.5, 1.5], [3, 1]]
    #expect(reference.accuracy(outputs: outputs, labels: [1, 1, 1, 0]) == 0.75)
    #expect(reference.classProbability(outputs: outputs, index: 0) == [0.25, 0.8, 0.25, 0.75])
    let ranked = reference.rankErrors(
      probabilities: [[0.5, 0.3, 0.2], [0.15, 0.8, 0.05], [0.6, 0.3, 0.1], [0.2, 0.35, 0.45]],
      labels: [0, 2, 1, 1], count: 2)
    #expect(ranked.samples == [2, 1])
    #expect((ranked.deltas - [0.3, 0.75]).abs().max() < 1e-15)
  }

  /// Samples of so many classes, of which every class has some that are hit.
  private static func samples(_ classes: Int) -> (labels: [Int], predictions: [Int]) {
    var random = RandomState(seed: UInt32(classes))
    let drawn = { (random: inout RandomState) in
      Array(0..<classes) + random.randint(below: classes, count: 40)
    }
    return (drawn(&random), drawn(&random))
  }
}
