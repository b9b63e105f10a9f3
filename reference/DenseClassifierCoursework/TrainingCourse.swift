import Coursework
import Grading

/// What a monitored value does from one epoch to the next.
private enum Turn: Character {
  /// Better than ever.
  case better = "+"
  /// As good as the best.
  case equal = "="
  /// Better than the epoch before, but not than the best.
  case recovered = "~"
  /// Worse than the epoch before.
  case worse = "-"
}

/// Draws the questions of `earlyStopping`.
enum TrainingCourse {
  /// What happens after the first epoch, the patience, and what is good.
  ///
  /// In each course another count of epochs goes wrong: one that is never set back, one that
  /// compares with the epoch before, one that takes equal values for better.
  private static let courses = [
    ("+-+-~--++", 3, "min"), ("-+=-~-+-", 2, "max"), ("+-+=+-++-", 4, "min"),
    ("++-+-", 1, "max"), ("-~-~+-~--+", 3, "max"), ("+=-+-~-+", 2, "min"),
  ]

  static func questions(_ id: String, _ seed: Seed) -> [Question] {
    courses.enumerated().map { variant, course in
      var draw = Draw(seed: seed, check: id, variant: variant)
      let (turns, patience, mode) = course
      return Question(
        "earlyStopping",
        [
          "values": .tensor(values(&draw, turns.compactMap(Turn.init), isRising: mode == "max")),
          "mode": .text(mode), "patience": .number(Double(patience)),
        ])
    }
  }

  /// Values that do this, all of them short binary fractions.
  private static func values(
    _ draw: inout Draw, _ turns: [Turn], isRising: Bool
  ) -> Tensor {
    var values = [Double(draw.one(of: Array(80..<120)))]
    for turn in turns {
      let (best, last) = (values.min() ?? 0, values[values.count - 1])
      let step = Double(draw.one(of: Array(2..<8)))
      switch turn {
      case .better: values.append(best - step)
      case .equal: values.append(best)
      // A quarter of the way back, which is never all of it.
      case .recovered: values.append(last - (last - best) / 4)
      case .worse: values.append(last + 4 * step)
      }
    }
    return Tensor(values) / (isRising ? -256 : 256) + (isRising ? 1 : 0)
  }
}

/// Draws the questions of `stepCounts`.
enum BatchCount {
  /// Where the last batch of the samples that train ends.
  private enum Rest { case small, large, none }

  static func questions(_ id: String, _ seed: Seed) -> [Question] {
    // The share that validates in eighths, and the rest; 0 once, as when a model is evaluated.
    let kinds: [(Int, Rest)] = [(1, .small), (2, .large), (3, .none), (0, .large), (1, .none)]
    return kinds.enumerated().map { variant, kind in
      var draw = Draw(seed: seed, check: id, variant: variant)
      while true {
        let samples = draw.one(of: Array(100..<400))
        let batch = draw.one(of: [7, 9, 12, 16, 20])
        let training = samples * (8 - kind.0) / 8
        let rest = training % batch
        let isRight =
          switch kind.1 {
          case .small: rest > 0 && 2 * rest < batch
          case .large: 2 * rest > batch
          case .none: rest == 0
          }
        // Rounded up there would be another sample, unless all of them train.
        guard isRight, kind.0 == 0 || samples * (8 - kind.0) % 8 != 0,
          kind.0 == 0 || (samples - training) % batch != 0
        else { continue }
        return Question(
          "stepCounts",
          [
            "samples": .number(Double(samples)), "batchSize": .number(Double(batch)),
            "validationSplit": .number(Double(kind.0) / 8),
          ])
      }
    }
  }
}
