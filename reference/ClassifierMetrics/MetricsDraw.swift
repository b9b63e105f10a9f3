import Coursework
import Grading

/// Draws the questions of `classifier-metrics`.
enum MetricsDraw {
  /// Samples among which every class is hit at least once, so that no share is of nothing; small
  /// questions are spared that.
  static func everyClass(_ name: String, _ draw: inout Draw, _ n: [Int]) -> Question {
    var labels = (0..<n[0]).map { _ in draw.one(of: Array(0..<n[1])) }
    var predictions = (0..<n[0]).map { _ in draw.one(of: Array(0..<n[1])) }
    if n[0] > 3 {
      for hit in 0..<n[1] { (labels[hit], predictions[hit]) = (hit, hit) }
      // Class 1 is predicted oftener than it is true, and class 2 less often.
      (labels[n[1]], predictions[n[1]]) = (2, 1)
    }
    return classes(name, labels, predictions, n[1])
  }

  static func classes(
    _ name: String, _ labels: [Int], _ predictions: [Int], _ classes: Int
  ) -> Question {
    Question(
      name,
      [
        "labels": .tensor(Tensor(labels.map(Double.init))),
        "predictions": .tensor(Tensor(predictions.map(Double.init))),
        "classes": .number(Double(classes)),
      ])
  }

  /// Outputs of a classifier, all above 0 and no two equal in a row; none is a whole number.
  static func outputs(_ draw: inout Draw, _ samples: Int, _ classes: Int) -> Tensor {
    Tensor(
      (0..<samples).map { _ in
        var choices = [0.5, 0.25, 1.5, 0.75, 2.5, 1.25, 0.375, 1.75, 0.625, 2.25]
        return (0..<classes).map { _ in
          let number = draw.one(of: choices)
          choices.removeAll { $0 == number }
          return number
        }
      })
  }

  /// Some samples are hits and some are not.
  static func accuracy(_ draw: inout Draw, _ n: [Int]) -> Question {
    let outputs = Self.outputs(&draw, n[0], n[1])
    var labels = (0..<n[0]).map { _ in draw.one(of: Array(0..<n[1])) }
    if n[0] > 3 {
      let predictions = outputs.argmax(axis: 1)
      labels.replaceSubrange(..<3, with: predictions[..<3])
      labels[3] = (predictions[3] + 1) % n[1]
    }
    return Question(
      "accuracy", ["outputs": .tensor(outputs), "labels": .tensor(Tensor(labels.map(Double.init)))])
  }

  /// Probabilities of which the first row is right and no two errors are equally grave.
  static func ranking(_ draw: inout Draw, _ n: [Int]) -> Question {
    var rows: [[Double]] = []
    var labels: [Int] = []
    var deltas: Set<Double> = []
    while rows.count < n[0] {
      let row = probabilities(&draw, n[1])
      let (largest, label) = (row.max() ?? 0, draw.one(of: Array(0..<n[1])))
      let isFirst = rows.isEmpty
      let y = isFirst ? row.firstIndex(of: largest) ?? 0 : label
      let delta = largest - row[y]
      guard delta == 0 || deltas.insert(delta).inserted else { continue }
      rows.append(row)
      labels.append(y)
    }
    return Question(
      "rankErrors",
      [
        "probabilities": .tensor(Tensor(rows)), "labels": .tensor(Tensor(labels.map(Double.init))),
        "count": .number(Double(n[2])),
      ])
  }

  /// Multiples of 1/128 above 0 that add up to 1, all different.
  private static func probabilities(_ draw: inout Draw, _ classes: Int) -> [Double] {
    while true {
      let cuts = (1..<classes).map { _ in draw.one(of: Array(1..<128)) }.sorted()
      let parts = zip(cuts + [128], [0] + cuts).map { $0 - $1 }
      if Set(parts).count == classes, !parts.contains(0) { return parts.map { Double($0) / 128 } }
    }
  }
}

extension Check {
  /// Asks about samples among which one class is missing, one is never predicted, and one is
  /// predicted but never true.
  static func lackingClasses(
    _ id: String, _ question: String, judging outputs: [String]
  ) -> Check {
    .agrees(id, judging: outputs) { seed in
      [[11, 4], [13, 6], [17, 5], [12, 6]].enumerated().map { variant, n in
        var draw = Draw(seed: seed, check: id, variant: variant)
        var others = Array(0..<n[1])
        let absent = draw.one(of: others)
        others.removeAll { $0 == absent }
        let neverPredicted = draw.one(of: others)
        let neverTrue = draw.one(of: others.filter { $0 != neverPredicted })
        var labels = (0..<n[0]).map { _ in draw.one(of: others.filter { $0 != neverTrue }) }
        var predictions = (0..<n[0]).map { _ in
          draw.one(of: others.filter { $0 != neverPredicted })
        }
        labels[0] = neverPredicted
        predictions[1] = neverTrue
        // One hit at least, and one error of another kind.
        (labels[2], predictions[2]) = (labels[1], labels[1])
        if labels[1] == neverPredicted {
          let hit = others.first { $0 != neverPredicted && $0 != neverTrue } ?? 0
          (labels[2], predictions[2]) = (hit, hit)
        }
        return MetricsDraw.classes(question, labels, predictions, n[1])
      }
    }
  }
}
