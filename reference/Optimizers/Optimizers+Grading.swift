import Coursework
import Grading

extension Assignment {
  /// SGD, RMSProp and Adam: 16 points.
  package static let optimizers = Assignment(
    id: "optimizers", title: "SGD, RMSProp and Adam", contract: "Optimizers",
    reference: { try OptimizersReference().answer($0) },
    formula: OptimizersFormula(),
    parts: [.sgd, .rmsProp, .adam],
    misconceptions: OptimizersReference.sgdMisconceptions
      + OptimizersReference.rmsPropMisconceptions + OptimizersReference.adamMisconceptions,
    alternatives: OptimizersReference.alternatives,
    terms: OptimizersReference.terms, publicChecks: PublicCheck.optimizers)
}

// MARK: - Parts

// The handout fixes where ε stands and what is corrected: other conventions earn nothing.
extension Part {
  fileprivate static let sgd = Part(
    id: "sgd", title: "SGD", outputs: [Output("w", points: 2)],
    checks: [
      .agrees(
        "sgd/values", judging: ["w"], sizes: [[5, 3, 3], [4, 6, 2], [4, 4, 5], [3, 5, 1]]
      ) { draw, step in
        Question(
          "sgdUpdate",
          [
            "w": .tensor(draw.eighths(step[0], step[1])),
            "gradW": .tensor(draw.eighths(step[0], step[1])),
            "learningRate": .number(Double(step[2]) / 8),
          ])
      }
    ])

  fileprivate static let rmsProp = Part(
    id: "rmsprop", title: "RMSProp",
    outputs: [Output("w", points: 3), Output("cache", points: 2)],
    checks: [
      .agrees(
        "rmsprop/values", judging: ["w", "cache"],
        sizes: [[5, 3, 1], [4, 6, 0], [4, 4, 3], [3, 5, 2]]
      ) { draw, step in
        rmsPropQuestion(&draw, step, cache: averageOfSquares(&draw, step))
      },
      .agrees("rmsprop/from-rest", judging: ["w", "cache"], sizes: fromRest) { draw, step in
        let first = rmsPropQuestion(&draw, step, cache: .zeros(step[0], step[1]))
        return continued(first, to: step[3], &draw)
      },
    ])

  fileprivate static let adam = Part(
    id: "adam", title: "Adam",
    outputs: [
      Output("w", points: 4), Output("m", points: 2), Output("v", points: 2),
      Output("t", points: 1),
    ],
    checks: [
      .agrees(
        "adam/values", judging: ["w", "m", "v", "t"],
        sizes: [[5, 3, 1, 2], [4, 6, 2, 5], [4, 4, 3, 3], [3, 5, 0, 9], [6, 2, 1, 1]]
      ) { draw, step in
        adamQuestion(
          &draw, step, m: draw.eighths(step[0], step[1]), v: averageOfSquares(&draw, step),
          t: step[3])
      },
      .agrees("adam/from-rest", judging: ["w", "m", "v", "t"], sizes: fromRest) { draw, step in
        let zeros = Tensor.zeros(step[0], step[1])
        let first = adamQuestion(&draw, step, m: zeros, v: zeros, t: 0)
        return continued(first, to: step[3], &draw)
      },
    ])
}

// MARK: - Steps

/// D, M, the settings, and which step from rest it is: 1 is the first.
///
/// They are in a check of their own because in a first step some mistakes divide by 0 and others
/// look alike; the later ones tell them apart.
private let fromRest = [[3, 5, 1, 1], [5, 2, 2, 2], [4, 4, 3, 3], [3, 6, 2, 4]]

/// The step of that number after rest: each goes on from the right answer to the one before, with
/// a new gradient.
private func continued(_ first: Question, to number: Int, _ draw: inout Draw) -> Question {
  (1..<number).reduce(first) { last, _ in
    let shape = last.inputs["gradW"]?.tensor?.shape ?? []
    let next = ["gradW": Value.tensor(draw.eighths(shape[0], shape[1]))]
    let state = (try? OptimizersReference().answer(last)) ?? [:]
    return Question(last.name, last.inputs.merging(state.merging(next) { $1 }) { $1 })
  }
}

/// A moving average of squares, so far from 0 that one more gradient does not bring it there even
/// if somebody forgets the square.
private func averageOfSquares(_ draw: inout Draw, _ step: [Int]) -> Tensor {
  draw.eighths(step[0], step[1]).squared() + 2.5
}

/// Learning rate, decay rate and epsilon; the first are those in use, where ε is too small to be
/// seen, and in the others all three and 1 − ρ differ.
private let rmsPropSettings = [
  (rate: 1e-3, decay: 0.99, epsilon: 1e-8), (rate: 0.375, decay: 0.75, epsilon: 0.125),
  (rate: 0.25, decay: 0.875, epsilon: 0.375), (rate: 0.125, decay: 0.625, epsilon: 0.25),
]

private func rmsPropQuestion(_ draw: inout Draw, _ step: [Int], cache: Tensor) -> Question {
  let (rate, decay, epsilon) = rmsPropSettings[step[2]]
  return Question(
    "rmsPropUpdate",
    [
      "w": .tensor(draw.eighths(step[0], step[1])),
      "gradW": .tensor(draw.eighths(step[0], step[1])), "cache": .tensor(cache),
      "learningRate": .number(rate), "decayRate": .number(decay), "epsilon": .number(epsilon),
    ])
}

/// Learning rate, both betas and epsilon; the first are those in use, and in the others all four,
/// 1 − β₁ and 1 − β₂ differ.
private let adamSettings = [
  (rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8),
  (rate: 0.375, beta1: 0.75, beta2: 0.9375, epsilon: 0.125),
  (rate: 0.5, beta1: 0.625, beta2: 0.875, epsilon: 0.25),
  (rate: 0.125, beta1: 0.8125, beta2: 0.75, epsilon: 0.375),
]

private func adamQuestion(
  _ draw: inout Draw, _ step: [Int], m: Tensor, v: Tensor, t: Int
) -> Question {
  let (rate, beta1, beta2, epsilon) = adamSettings[step[2]]
  return Question(
    "adamUpdate",
    [
      "w": .tensor(draw.eighths(step[0], step[1])),
      "gradW": .tensor(draw.eighths(step[0], step[1])), "m": .tensor(m), "v": .tensor(v),
      "t": .number(Double(t)), "learningRate": .number(rate), "beta1": .number(beta1),
      "beta2": .number(beta2), "epsilon": .number(epsilon),
    ])
}
