import Coursework
import Grading

extension Assignment {
  /// Inverted dropout, forward and backward: 15 points.
  package static let dropout = Assignment(
    id: "dropout", title: "Inverted dropout", contract: "InvertedDropout",
    reference: { try InvertedDropoutReference.solution($0) },
    parts: [.forwardTrain, .forwardTest, .backwardTrain, .backwardTest],
    misconceptions: InvertedDropoutReference.trainingMisconceptions
      + InvertedDropoutReference.testModeMisconceptions
      + InvertedDropoutReference.backwardMisconceptions,
    alternatives: InvertedDropoutReference.alternatives,
    publicChecks: PublicCheck.invertedDropout)
}

// MARK: - Parts

// p is never 1/2, where keeping and dropping are the same.
extension Double {
  /// Values of p with which hardly any entry is dropped, and hardly any kept.
  fileprivate static let (nearOne, nearZero) = (63.0 / 64, 1.0 / 64)
}

extension Part {
  fileprivate static let forwardTrain = Part(
    id: "forward-train", title: "Dropout in train mode",
    outputs: [Output("out", points: 5), Output("mask", points: 2)],
    checks: [
      .dropsOut(
        "forward-train/values",
        [
          // A small one first, so that the first mismatch is easy to look up.
          DropoutCall(5, 4, keeping: 0.75, generator: 0),
          // Large enough to see what chance does in it.
          DropoutCall(100, 100, keeping: 0.25, generator: 1),
          // The same sizes from different generators, then from the same one.
          DropoutCall(20, 30, keeping: 0.625, generator: 2),
          DropoutCall(20, 30, keeping: 0.625, generator: 3),
          DropoutCall(20, 30, keeping: 0.625, generator: 3),
          // So many calls never all keep exactly the share p by chance.
          DropoutCall(18, 24, keeping: 0.75, generator: 4),
          DropoutCall(24, 16, keeping: 0.375, generator: 5),
          DropoutCall(16, 16, keeping: 0.25, generator: 6),
          // One sample, and one input.
          DropoutCall(1, 48, keeping: 0.375, generator: 7),
          DropoutCall(24, 1, keeping: 0.625, generator: 8),
          DropoutCall(32, 64, keeping: .nearOne, generator: 9),
          DropoutCall(64, 32, keeping: .nearZero, generator: 10),
        ])
    ])

  fileprivate static let forwardTest = Part(
    id: "forward-test", title: "Dropout in test mode", outputs: [Output("out", points: 2)],
    checks: [
      .passesThrough(
        "forward-test/values",
        [
          DropoutCall(5, 4, keeping: 0.75, generator: 0),
          DropoutCall(4, 4, keeping: 0.25, generator: 1),
          DropoutCall(1, 6, keeping: 0.75, generator: 2),
          DropoutCall(7, 1, keeping: 0.25, generator: 3),
          DropoutCall(9, 3, keeping: .nearOne, generator: 4),
          DropoutCall(3, 9, keeping: .nearZero, generator: 5),
          DropoutCall(6, 7, keeping: 0.625, generator: 6),
          DropoutCall(8, 9, keeping: 0.375, generator: 7),
        ])
    ])

  fileprivate static let backwardTrain = Part(
    id: "backward-train", title: "Dropout in train mode, backward",
    outputs: [Output("gradX", points: 5)],
    checks: [
      .dropsGradients(
        "backward-train/values",
        [
          DropoutCall(5, 4, keeping: 0.75, generator: 0),
          DropoutCall(7, 6, keeping: 0.625, generator: 1),
          DropoutCall(4, 4, keeping: 0.375, generator: 2),
          DropoutCall(6, 9, keeping: 0.25, generator: 3),
          // With so many entries, masks of the submission's own keep and drop some too.
          DropoutCall(1, 48, keeping: 0.375, generator: 4),
          DropoutCall(48, 1, keeping: 0.625, generator: 5),
          DropoutCall(48, 64, keeping: .nearOne, generator: 6),
          DropoutCall(64, 48, keeping: .nearZero, generator: 7),
        ])
    ])

  fileprivate static let backwardTest = Part(
    id: "backward-test", title: "Dropout in test mode, backward",
    outputs: [Output("gradX", points: 1)],
    checks: [
      .passesGradients(
        "backward-test/values",
        [
          DropoutCall(5, 4, keeping: 0.75, generator: 0),
          DropoutCall(7, 6, keeping: 0.625, generator: 1),
          DropoutCall(4, 4, keeping: 0.375, generator: 2),
          DropoutCall(1, 6, keeping: 0.75, generator: 3),
          DropoutCall(7, 1, keeping: 0.25, generator: 4),
        ])
    ])
}
