import Assignments
import Coursework
import Grading

extension Part {
  static let tanhNetTraining = Part(
    id: "training", title: "Training",
    outputs: (arrays + notes).map { Output($0, points: 1) } + [Output("finalLoss", points: 2)],
    checks: [.firstSteps, .outcome], conventionCredit: BatchNet.trainCredit)
}

private let arrays = ["w1", "b1", "w2", "b2"]
private let notes = ["losses", "accuracies", "testLosses", "testAccuracies"]

extension Check {
  /// A few steps of a few samples: who follows the rule has the reference's numbers.
  fileprivate static let firstSteps = Check.agrees(
    "training/first-steps", judging: arrays + notes
  ) { seed in
    // N, D, H, K, batches and epochs; batches differ in size where N / batches is no whole number.
    Draw.questions(
      of: "training/first-steps", seed,
      sizes: [
        [10, 3, 4, 1, 4, 2], [9, 4, 3, 2, 3, 3], [12, 4, 4, 3, 8, 2], [14, 2, 5, 1, 4, 2],
      ]
    ) { draw, n in
      trainQuestion(
        &draw, n,
        [
          "x": .tensor(draw.eighths(n[0], n[1])), "y": .signs(&draw, n[0], n[3]),
          "learningRate": .number(draw.one(of: [0.375, 0.5, 0.625])),
          "momentum": .number(draw.one(of: [0.25, 0.625, 0.75])),
        ])
    }
  }

  /// A run on two classes that lie apart, and what its net is worth on the samples of the run.
  ///
  /// A net that has learned nothing is left with about 1. Right runs end below 0.002 in each of a
  /// thousand seeds, and those that divide by another batch size below 0.01.
  fileprivate static let outcome = Check.reaches(
    "training/outcome", "finalLoss", atMost: TanhNetCourseworkReference.finalLossBound,
    readingShapesOf: ["w1", "w2"]
  ) { seed in
    Draw.questions(
      of: "training/outcome", seed, sizes: [[20, 3, 5, 1, 4, 30], [24, 2, 4, 1, 6, 30]]
    ) { draw, n in
      let y = Value.signs(&draw, n[0], 1)
      // The first input tells the classes apart.
      var x = 0.5 * draw.eighths(n[0], n[1])
      for (i, sign) in (y.tensor?.scalars ?? []).enumerated() { x[i, 0] += 1.5 * sign }
      return trainQuestion(
        &draw, n,
        ["x": .tensor(x), "y": y, "learningRate": .number(0.5), "momentum": .number(0.5)])
    }
  } measure: {
    try TanhNetCourseworkReference.finalLoss($0, $1)
  }

  /// A run of N samples, D inputs, H hidden units and K outputs in so many batches and epochs.
  private static func trainQuestion(
    _ draw: inout Draw, _ n: [Int], _ inputs: [String: Value]
  ) -> Question {
    let others: [String: Value] = [
      "testX": .tensor(draw.eighths(n[0] - 3, n[1])), "testY": .signs(&draw, n[0] - 3, n[3]),
      "batches": .number(Double(n[4])), "epochs": .number(Double(n[5])),
      "random": .randomState(draw.generator()),
    ]
    let layers = Value.tanhLayers(&draw, [n[1], n[2], n[3]])
    return Question("train", layers.merging(others) { $1 }.merging(inputs) { $1 })
  }
}

extension TanhNetCourseworkReference {
  /// What every right run ends below.
  package static let finalLossBound = 0.05

  /// The loss of the samples of a run, by the weights and biases that it ended with.
  package static func finalLoss(_ run: Question, _ end: Answer) throws -> Double {
    try net.finalLoss(run, end)
  }
}
