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
extension Part {
  fileprivate static let forwardTrain = Part(
    id: "forward-train", title: "Dropout in train mode",
    outputs: [Output("out", points: 5), Output("mask", points: 2)],
    checks: [
      .dropsOut(
        "forward-train/values",
        [
          // A small one first, so that the first mismatch is easy to look up.
          DropoutCall(5, 4, eighths: 6, generator: 0),
          // Large enough to see what chance does in it.
          DropoutCall(100, 100, eighths: 2, generator: 1),
          // The same sizes from different generators, then from the same one.
          DropoutCall(20, 30, eighths: 5, generator: 2),
          DropoutCall(20, 30, eighths: 5, generator: 3),
          DropoutCall(20, 30, eighths: 5, generator: 3),
          // So many calls never all keep exactly the share p by chance.
          DropoutCall(18, 24, eighths: 6, generator: 4),
          DropoutCall(24, 16, eighths: 3, generator: 5),
          DropoutCall(16, 16, eighths: 2, generator: 6),
        ])
    ])

  fileprivate static let forwardTest = Part(
    id: "forward-test", title: "Dropout in test mode", outputs: [Output("out", points: 2)],
    checks: [
      .passesThrough(
        "forward-test/values",
        [
          DropoutCall(5, 4, eighths: 6, generator: 0), DropoutCall(4, 4, eighths: 2, generator: 1),
          DropoutCall(6, 7, eighths: 5, generator: 2), DropoutCall(8, 9, eighths: 3, generator: 3),
        ])
    ])

  fileprivate static let backwardTrain = Part(
    id: "backward-train", title: "Dropout in train mode, backward",
    outputs: [Output("gradX", points: 5)],
    checks: [
      .dropsGradients(
        "backward-train/values",
        [
          DropoutCall(5, 4, eighths: 6, generator: 0), DropoutCall(7, 6, eighths: 5, generator: 1),
          DropoutCall(4, 4, eighths: 3, generator: 2), DropoutCall(6, 9, eighths: 2, generator: 3),
        ])
    ])

  fileprivate static let backwardTest = Part(
    id: "backward-test", title: "Dropout in test mode, backward",
    outputs: [Output("gradX", points: 1)],
    checks: [
      .passesGradients(
        "backward-test/values",
        [
          DropoutCall(5, 4, eighths: 6, generator: 0), DropoutCall(7, 6, eighths: 5, generator: 1),
          DropoutCall(4, 4, eighths: 3, generator: 2),
        ])
    ])
}
