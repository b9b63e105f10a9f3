import Assignments
import Coursework
import Grading

extension Part {
  static let wordTraining = Part(
    id: "training", title: "Training",
    outputs: trained.map { Output($0, points: 1) } + [Output("finalLoss", points: 2)],
    checks: [.firstSteps, .outcome], conventionCredit: BatchNet.trainCredit)
}

private let trained = ["w1", "b1", "w2", "b2", "w3", "b3", "losses", "accuracies"]

extension Check {
  /// A few steps of a few samples: who follows the rule has the reference's numbers.
  fileprivate static let firstSteps = Check.agrees(
    "training/first-steps", judging: trained
  ) { seed in
    // N, V, D, P, batches and epochs; batches differ in size where N / batches is no whole number.
    Draw.questions(
      of: "training/first-steps", seed,
      sizes: [
        [10, 5, 2, 4, 4, 2], [9, 6, 3, 2, 3, 3], [12, 4, 4, 4, 8, 2], [14, 5, 3, 4, 4, 2],
      ]
    ) { draw, n in
      trainQuestion(
        &draw, n,
        [
          "x": .trigrams(&draw, n[0], vocabulary: n[1]),
          "y": .wordRows(&draw, n[0], vocabulary: n[1]),
          "learningRate": .number(draw.one(of: [0.375, 0.5, 0.625])),
          "momentum": .number(draw.one(of: [0.25, 0.625, 0.75])),
        ])
    }
  }

  /// A run on words that are said three times and followed by the next, and what its net makes of them.
  ///
  /// A net that has learned nothing is left with log V, about 1.4, or more. Right runs end below
  /// 0.03 in each of several hundred seeds, and those that divide by another batch size below 0.12.
  fileprivate static let outcome = Check.reaches(
    "training/outcome", "finalLoss", atMost: WordTrigramsReference.finalLossBound,
    readingShapesOf: ["w1", "w2", "w3"]
  ) { seed in
    Draw.questions(
      of: "training/outcome", seed, sizes: [[24, 4, 3, 8, 6, 40], [24, 4, 4, 6, 6, 40]]
    ) { draw, n in
      let said = Value.wordRows(&draw, n[0], vocabulary: n[1]).tensor ?? Tensor(0)
      var next = said
      for row in 0..<n[0] {
        for word in 0..<n[1] { next[row, (word + 1) % n[1]] = said[row, word] }
      }
      return trainQuestion(
        &draw, n,
        [
          "x": .tensor(3 * said), "y": .tensor(next), "learningRate": .number(0.5),
          "momentum": .number(0.5),
        ])
    }
  } measure: {
    try WordTrigramsReference.finalLoss($0, $1)
  }

  /// A run of N samples of V words, with D and P units, in so many batches and epochs.
  private static func trainQuestion(
    _ draw: inout Draw, _ n: [Int], _ inputs: [String: Value]
  ) -> Question {
    let others: [String: Value] = [
      "validationX": .trigrams(&draw, n[0] - 3, vocabulary: n[1]),
      "validationY": .wordRows(&draw, n[0] - 3, vocabulary: n[1]),
      "batches": .number(Double(n[4])), "epochs": .number(Double(n[5])),
      "random": .randomState(draw.generator()),
    ]
    let layers = Value.wordLayers(&draw, n[1], n[2], n[3])
    return Question("train", layers.merging(others) { $1 }.merging(inputs) { $1 })
  }
}

extension WordTrigramsReference {
  /// What every right run ends below.
  package static let finalLossBound = 0.25

  /// The loss of the samples of a run, by the weights and biases that it ended with.
  package static func finalLoss(_ run: Question, _ end: Answer) throws -> Double {
    try net.finalLoss(run, end)
  }
}
