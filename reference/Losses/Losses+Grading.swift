import Assignments
import Coursework
import Grading

extension Assignment {
  /// Softmax, SVM and squared error with their gradients: 22 points.
  package static let losses = Assignment(
    id: "losses", title: "Softmax, SVM and squared-error losses", contract: "Losses",
    reference: { try LossesReference().answer($0) },
    formula: LossesFormula(),
    parts: [.softmax, .softmaxExtreme, .svm, .mse],
    misconceptions: LossesReference.softmaxMisconceptions + LossesReference.svmMisconceptions
      + LossesReference.mseMisconceptions,
    tolerated: LossesReference.guardedLogarithms,
    alternatives: LossesReference.alternatives,
    terms: LossesReference.terms,
    derivatives: Derivative.losses, publicChecks: PublicCheck.losses)
}

/// N and C: N is never 1, 2 or C but once, where what divides by the one shows.
private let sizes = [[5, 3], [4, 6], [4, 4], [7, 5]]

// MARK: - Parts

extension Part {
  fileprivate static let softmax = Part(
    id: "softmax", title: "Softmax loss",
    outputs: [Output("loss", points: 3), Output("gradScores", points: 3)],
    checks: [
      .agrees("softmax/values", judging: ["loss", "gradScores"], sizes: sizes) { draw, n in
        softmaxQuestion(&draw, n)
      }
    ])

  /// A part of its own: who overflows has understood the loss, and loses these points alone.
  fileprivate static let softmaxExtreme = Part(
    id: "softmax-extreme", title: "Softmax loss of extreme scores",
    outputs: [Output("loss", points: 2), Output("gradScores", points: 2)],
    checks: [
      .agrees("softmax-extreme/values", judging: ["loss", "gradScores"]) { seed in
        sizes.enumerated().map { variant, n in
          var draw = Draw(seed: seed, check: "softmax-extreme/values", variant: variant)
          return softmaxQuestion(&draw, n, offsets: [0, 1000, -2000])
        }
      }
    ])

  fileprivate static let svm = Part(
    id: "svm", title: "Multiclass SVM loss",
    outputs: [Output("loss", points: 2), Output("gradScores", points: 4)],
    checks: [
      .agrees("svm/values", judging: ["loss", "gradScores"], sizes: sizes) { draw, n in
        let labels = Value.labels(&draw, n[0], below: n[1])
        let scores = Derivative.awayFromKinks(draw.eighths(n[0], n[1]), labels)
        return Question("svmLoss", ["scores": .tensor(scores), "labels": labels])
      }
    ])

  fileprivate static let mse = Part(
    id: "mse", title: "Mean squared error with L2",
    outputs: [
      Output("loss", points: 2), Output("gradScores", points: 2), Output("gradW", points: 2),
    ],
    checks: [
      .agrees(
        "mse/values", judging: ["loss", "gradScores", "gradW"],
        sizes: [[5, 3, 4, 3], [4, 6, 3, 5], [4, 4, 4, 6], [7, 5, 2, 7]]
      ) { draw, n in
        Question(
          "mseLoss",
          [
            "scores": .tensor(draw.eighths(n[0], n[1])),
            "labels": .labels(&draw, n[0], below: n[1]), "w": .tensor(draw.eighths(n[2], n[1])),
            "regularization": .number(Double(n[3]) / 8),
          ])
      }
    ])
}

// MARK: - Questions

/// Scores of which the first row is sure of a wrong class, where a logarithm shows what was added
/// in it; the offsets, which change nothing, come one a row in turn.
///
/// Small questions are spared that row: their numbers are to be read.
private func softmaxQuestion(
  _ draw: inout Draw, _ n: [Int], offsets: [Double] = [0]
) -> Question {
  let labels = Value.labels(&draw, n[0], below: n[1])
  var scores = draw.eighths(n[0], n[1])
  for (i, label) in (labels.tensor?.scalars ?? []).enumerated() {
    if i == 0, n[0] > 3 { scores[i, Int(label)] -= 32 }
    for j in 0..<n[1] { scores[i, j] += offsets[i % offsets.count] }
  }
  return Question("softmaxLoss", ["scores": .tensor(scores), "labels": labels])
}
