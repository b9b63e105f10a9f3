import Coursework

struct Submission: ClassifierMetrics {
  func accuracy(outputs: Tensor, labels: [Int]) throws -> Double {
    var share = 0.0
    for i in labels.indices where best(outputs.row(i).scalars) == labels[i] {
      share += 1 / Double(labels.count)
    }
    return share
  }

  func classProbability(outputs: Tensor, index: Int) throws -> Tensor {
    var result: [Double] = []
    for i in 0..<outputs.shape[0] {
      var denominator = 0.0
      for j in 0..<outputs.shape[1] { denominator += outputs[i, j] }
      result.append(outputs[i, index] / denominator)
    }
    return Tensor(result)
  }

  func confusionMatrix(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (counts: Tensor, shares: Tensor) {
    var counts = [[Double]](repeating: [Double](repeating: 0, count: classes), count: classes)
    for i in labels.indices { counts[labels[i]][predictions[i]] += 1 }
    var shares = counts
    for i in 0..<classes {
      var sum = 0.0
      for number in counts[i] { sum += number }
      for j in 0..<classes { shares[i][j] = sum == 0 ? 0 : counts[i][j] / sum }
    }
    return (Tensor(counts), Tensor(shares))
  }

  func classificationReport(
    predictions: [Int], labels: [Int], classes: Int
  ) throws -> (
    precision: Tensor, recall: Tensor, f1: Tensor, support: Tensor,
    weightedPrecision: Double, weightedRecall: Double, weightedF1: Double
  ) {
    var (precision, recall, f1, support) = ([Double](), [Double](), [Double](), [Double]())
    for c in 0..<classes {
      var (hits, predicted, real) = (0.0, 0.0, 0.0)
      for i in labels.indices {
        if predictions[i] == c { predicted += 1 }
        if labels[i] == c { real += 1 }
        if predictions[i] == c && labels[i] == c { hits += 1 }
      }
      let p = predicted > 0 ? hits / predicted : 0
      let r = real > 0 ? hits / real : 0
      precision.append(p)
      recall.append(r)
      f1.append(p + r > 0 ? 2 * p * r / (p + r) : 0)
      support.append(real)
    }
    func weighted(_ values: [Double]) -> Double {
      var sum = 0.0
      for c in 0..<classes { sum += values[c] * support[c] }
      return sum / Double(labels.count)
    }
    return (
      Tensor(precision), Tensor(recall), Tensor(f1), Tensor(support), weighted(precision),
      weighted(recall), weighted(f1)
    )
  }

  func rankErrors(
    probabilities: Tensor, labels: [Int], count: Int
  ) throws -> (samples: [Int], deltas: Tensor) {
    var errors: [(sample: Int, delta: Double)] = []
    for i in labels.indices {
      let row = probabilities.row(i).scalars
      let predicted = best(row)
      if predicted != labels[i] { errors.append((i, row[predicted] - row[labels[i]])) }
    }
    errors.sort { $0.delta > $1.delta }
    let last = errors.prefix(count).reversed()
    return (last.map(\.sample), Tensor(last.map(\.delta)))
  }

  func best(_ row: [Double]) -> Int {
    var best = 0
    for j in row.indices where row[j] > row[best] { best = j }
    return best
  }
}
