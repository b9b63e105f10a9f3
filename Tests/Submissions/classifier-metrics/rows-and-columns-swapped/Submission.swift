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
    let counts = count(predictions, labels, classes)
    let hits = (counts * .identity(classes)).sum(axis: 0)
    let support = counts.sum(axis: 1)
    let precision = hits / counts.sum(axis: 0).maximum(1)
    let recall = hits / support.maximum(1)
    let f1 = 2 * hits / (counts.sum(axis: 0) + support).maximum(1)
    let weights = support / support.sum()
    return (
      precision, recall, f1, support, (weights * precision).sum(), (weights * recall).sum(),
      (weights * f1).sum()
    )
  }

  func rankErrors(
    probabilities: Tensor, labels: [Int], count: Int
  ) throws -> (samples: [Int], deltas: Tensor) {
    let predictions = probabilities.argmax(axis: 1)
    let deltas = labels.indices.map {
      probabilities[$0, predictions[$0]] - probabilities[$0, labels[$0]]
    }
    let errors = labels.indices.filter { predictions[$0] != labels[$0] }
    let sorted = errors.sorted { deltas[$0] < deltas[$1] }
    let last = Array(sorted.suffix(count))
    return (last, Tensor(last.map { deltas[$0] }))
  }

  func count(_ predictions: [Int], _ labels: [Int], _ classes: Int) -> Tensor {
    var counts = Tensor.zeros(classes, classes)
    for (p, y) in zip(predictions, labels) { counts[p, y] += 1 }
    return counts
  }
}
