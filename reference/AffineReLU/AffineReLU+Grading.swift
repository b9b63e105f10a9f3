import Assignments
import Coursework
import Grading

extension Assignment {
  /// Affine and ReLU layers, forward and backward: 30 points.
  package static let affineReLU = Assignment(
    id: "affine-relu", title: "Affine and ReLU, forward and backward", contract: "AffineReLU",
    reference: { try AffineReLUReference().answer($0) },
    formula: AffineReLUFormula(),
    parts: [.affine, .affineBackward, .relu, .reluBackward, .affineReLU, .affineReLUBackward],
    misconceptions: AffineReLUReference.misconceptions,
    alternatives: AffineReLUReference.alternatives,
    terms: AffineReLUReference.terms,
    compositions: AffineReLUReference.compositions,
    derivatives: Derivative.affineReLU, publicChecks: PublicCheck.affineReLU)
}

extension AffineReLUReference {
  /// Every known-wrong variant, question by question.
  static let misconceptions =
    affineMisconceptions + affineBackwardMisconceptions + reluMisconceptions
    + reluBackwardMisconceptions + affineReLUMisconceptions + affineReLUBackwardMisconceptions
}

// MARK: - Sizes

/// N, D, M: all different, so that no axis can be taken for another, one square, and at the end
/// those that code forgets: one sample, one input, one output.
private let mixed = [
  [5, 3, 4], [4, 2, 6], [7, 5, 3], [4, 4, 4], [4, 4, 4], [1, 3, 4], [5, 1, 3], [6, 3, 1],
]

/// N, D, M with a square w, whose wrong transposition fits and shows in the values alone.
///
/// They come first in a part: elsewhere such a mistake stops the program before it is recognised.
/// N is not always D, or a division by N could not be told from one by D.
private let square = [[4, 4, 4], [6, 7, 7], [3, 4, 4]]

/// N, D, M with as many samples as outputs, where b fits the rows as well as the columns.
private let asManySamples = [[4, 3, 4], [6, 2, 6], [5, 7, 5]]

/// N, M of what goes through a ReLU, also of one row and of one column.
private let flat = [[5, 4], [4, 7], [6, 3], [5, 5], [5, 5], [1, 4], [6, 1]]

// MARK: - Parts

extension Part {
  fileprivate static let affine = Part(
    id: "affine", title: "Affine forward", outputs: [Output("y", points: 4)],
    checks: [
      .agrees("affine/square", judging: ["y"], sizes: square, question: affineQuestion),
      .agrees("affine/bias", judging: ["y"], sizes: asManySamples, question: affineQuestion),
      .agrees("affine/values", judging: ["y"], sizes: mixed, question: affineQuestion),
    ])

  fileprivate static let affineBackward = Part(
    id: "affine-backward", title: "Affine backward",
    outputs: [
      Output("gradH", points: 3), Output("gradW", points: 4), Output("gradB", points: 3),
    ],
    checks: [
      .agrees(
        "affine-backward/square", judging: ["gradH", "gradW", "gradB"], sizes: square,
        question: affineBackwardQuestion),
      .agrees(
        "affine-backward/values", judging: ["gradH", "gradW", "gradB"], sizes: mixed,
        question: affineBackwardQuestion),
    ])

  fileprivate static let relu = Part(
    id: "relu", title: "ReLU forward", outputs: [Output("h", points: 2)],
    checks: [
      .agrees("relu/values", judging: ["h"], sizes: flat) { draw, n in
        // Up to 8 in size, so that a ReLU that stops at 6 is seen.
        Question("relu", ["z": .tensor(4 * draw.eighths(n[0], n[1]))])
      }
    ])

  fileprivate static let reluBackward = Part(
    id: "relu-backward", title: "ReLU backward", outputs: [Output("gradZ", points: 4)],
    checks: [
      .agrees("relu-backward/values", judging: ["gradZ"], sizes: flat) { draw, n in
        Question(
          "reluBackward",
          [
            "gradH": .tensor(draw.eighths(n[0], n[1])), "z": .tensor(draw.eighths(n[0], n[1])),
          ])
      },
      .takesDerivativeAtKink(
        "relu-backward/at-zero", of: .reluBackward,
        at: [
          "gradH": .tensor([[2, -1, 3], [-2, 1, 4]]), "z": .tensor([[0, 1, 0], [0, -1, 2]]),
        ]),
    ])

  fileprivate static let affineReLU = Part(
    id: "affine-relu", title: "Affine and ReLU in one, forward",
    outputs: [Output("h", points: 2)],
    checks: [
      .agrees("affine-relu/values", judging: ["h"], sizes: mixed) { draw, n in
        Question(
          "affineReLU",
          [
            "x": .tensor(draw.eighths(n[0], n[1])), "w": .tensor(draw.eighths(n[1], n[2])),
            "b": .tensor(draw.kinkGuards(n[2])),
          ])
      }
    ])

  fileprivate static let affineReLUBackward = Part(
    id: "affine-relu-backward", title: "Affine and ReLU in one, backward",
    outputs: [
      Output("gradX", points: 3), Output("gradW", points: 3), Output("gradB", points: 2),
    ],
    checks: [
      .agrees(
        "affine-relu-backward/values", judging: ["gradX", "gradW", "gradB"], sizes: mixed
      ) { draw, n in
        Question(
          "affineReLUBackward",
          [
            "gradH": .tensor(draw.eighths(n[0], n[2])), "x": .tensor(draw.eighths(n[0], n[1])),
            "w": .tensor(draw.eighths(n[1], n[2])), "b": .tensor(draw.kinkGuards(n[2])),
          ])
      }
    ])
}

// MARK: - Questions that two checks ask

@Sendable private func affineQuestion(_ draw: inout Draw, _ n: [Int]) -> Question {
  Question(
    "affine",
    [
      "x": .tensor(draw.eighths(n[0], n[1])), "w": .tensor(draw.eighths(n[1], n[2])),
      "b": .tensor(draw.eighths(n[2])),
    ])
}

@Sendable private func affineBackwardQuestion(_ draw: inout Draw, _ n: [Int]) -> Question {
  Question(
    "affineBackward",
    [
      "gradY": .tensor(draw.eighths(n[0], n[2])), "h": .tensor(draw.eighths(n[0], n[1])),
      "w": .tensor(draw.eighths(n[1], n[2])),
    ])
}
