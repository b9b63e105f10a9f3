import Coursework

struct Submission: ClassifierMetrics {
  func accuracy(outputs: Tensor, labels: [Int]) throws -> Double {
    let predictions = outputs.argmax(axis: 1)
    var hits = 0
    for (p, y) in zip(predictions, labels) where p == y { hits += 1 }
    return Double(hits) / Double(labels.count)
  }

  func classProbability(outputs: Tensor, index: Int) throws -> Tensor {
    outputs.column(index) / outputs.sum(axis: 1)
  }

  func confusionMatrix(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (counts: Tensor, shares: Tensor) {
    let counts = count(predictions, labels, classes)
    let sums = counts.sum(axis: 1, keepingDimension: true)
    return (counts, counts / sums.maximum(1))
  }

  func classificationReport(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (
    precision: Tensor, recall: Tensor, f1: Tensor, support: Tensor,
    weightedPrecision: Double, weightedRecall: Double, weightedF1: Double
  ) {
    throw NotImplemented()
  }

  func rankErrors(
    probabilities: Tensor, labels: [Int], count: Int
  ) throws -> (samples: [Int], deltas: Tensor) {
    throw NotImplemented()
  }

  func count(_ predictions: [Int], _ labels: [Int], _ classes: Int) -> Tensor {
    var counts = Tensor.zeros(classes, classes)
    for (p, y) in zip(predictions, labels) { counts[y, p] += 1 }
    return counts
  }
}
