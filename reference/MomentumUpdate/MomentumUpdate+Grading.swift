import Coursework
import Grading

extension Assignment {
  /// The momentum update in two forms: 12 points.
  package static let momentumUpdate = Assignment(
    id: "momentum-update", title: "The momentum update", contract: "MomentumUpdate",
    reference: { try MomentumUpdateReference().answer($0) },
    formula: MomentumUpdateFormula(),
    parts: [.movingAverage, .classic],
    misconceptions: MomentumUpdateReference.movingAverageMisconceptions
      + MomentumUpdateReference.classicMisconceptions,
    alternatives: MomentumUpdateReference.alternatives,
    terms: MomentumUpdateReference.terms, publicChecks: PublicCheck.momentumUpdate)
}

// MARK: - Parts

// The handout fixes the form in both parts, so right answers by another form earn nothing.
extension Part {
  fileprivate static let movingAverage = Part(
    id: "moving-average", title: "Momentum, moving-average form",
    outputs: [Output("w", points: 3), Output("b", points: 1), Output("v", points: 2)],
    checks: [
      .agrees("moving-average/values", judging: ["w", "b", "v"], sizes: steps) { draw, step in
        let v = velocity(&draw, step) { gradient, _, momentum in (1 - momentum) * gradient }
        return Question(
          "movingAverageUpdate",
          [
            "w": .tensor(draw.eighths(step[0], step[1])), "b": .tensor(draw.eighths(step[1])),
            "v": .tensor(v), "gradW": .tensor(draw.eighths(step[0], step[1])),
            "gradB": .tensor(draw.eighths(step[1])), "momentum": .number(Double(step[2]) / 8),
            "learningRate": .number(Double(step[3]) / 8),
          ])
      }
    ])

  fileprivate static let classic = Part(
    id: "classic", title: "Momentum, classic form",
    outputs: [Output("w", points: 3), Output("v", points: 3)],
    checks: [
      .agrees("classic/values", judging: ["w", "v"], sizes: steps) { draw, step in
        let v = velocity(&draw, step) { gradient, rate, _ in -rate * gradient }
        return Question(
          "classicUpdate",
          [
            "w": .tensor(draw.eighths(step[0], step[1])), "v": .tensor(v),
            "gradW": .tensor(draw.eighths(step[0], step[1])),
            "momentum": .number(Double(step[2]) / 8),
            "learningRate": .number(Double(step[3]) / 8),
          ])
      }
    ])
}

// MARK: - Steps

/// D, M, momentum and learning rate in eighths, and how many steps were taken before.
///
/// m, 1 − m and the learning rate always differ; only a first step starts with v = 0. The last w
/// are one row and one column.
private let steps = [
  [5, 3, 6, 3, 9], [4, 6, 7, 2, 9], [4, 4, 5, 1, 9], [3, 5, 6, 1, 0], [6, 2, 5, 2, 1],
  [6, 2, 5, 2, 1], [1, 4, 6, 3, 9], [5, 1, 7, 3, 9],
]

/// The velocity before a step: zeros, what one step leaves behind, or later anything.
private func velocity(
  _ draw: inout Draw, _ step: [Int],
  afterOneStep: (_ gradient: Tensor, _ rate: Double, _ momentum: Double) -> Tensor
) -> Tensor {
  let drawn = draw.eighths(step[0], step[1])
  return switch step[4] {
  case 0: .zeros(step[0], step[1])
  case 1: afterOneStep(drawn, Double(step[3]) / 8, Double(step[2]) / 8)
  default: drawn
  }
}
