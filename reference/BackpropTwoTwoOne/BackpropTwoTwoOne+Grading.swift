import Assignments
import Coursework
import Grading
import Worksheets

extension Assignment {
  /// The 2-2-1 sigmoid example, as code and by hand: 30 points.
  package static let backpropTwoTwoOne = Assignment(
    id: "backprop-2-2-1", title: "Backpropagation through a 2-2-1 network",
    contract: "BackpropTwoTwoOne",
    reference: { try BackpropTwoTwoOneReference.solve($0) },
    formula: BackpropTwoTwoOneFormula(),
    parts: [.forward, .loss, .backward, .byHand],
    misconceptions: BackpropTwoTwoOneReference.misconceptions,
    alternatives: BackpropTwoTwoOneReference.alternatives,
    terms: BackpropTwoTwoOneReference.terms,
    compositions: BackpropTwoTwoOneReference.compositions,
    derivatives: Derivative.backpropTwoTwoOne, publicChecks: PublicCheck.backpropTwoTwoOne)
}

/// The network's size is fixed, so the draws differ in their numbers alone; where there is a −1 the
/// weighted sum of the output is below 0, or a ReLU there would often be no ReLU at all.
private let draws = [[1], [-1], [1], [1], [1]]

// MARK: - Parts

extension Part {
  fileprivate static let forward = Part(
    id: "forward", title: "Forward pass",
    outputs: [
      Output("z1", points: 1), Output("x1", points: 1), Output("z2", points: 1),
      Output("x2", points: 1),
    ],
    checks: [
      .agrees("forward/values", judging: ["z1", "x1", "z2", "x2"], sizes: draws) { draw, sign in
        Question("forward", network(&draw, sign[0]))
      }
    ])

  fileprivate static let loss = Part(
    id: "loss", title: "Loss", outputs: [Output("loss", points: 2)],
    checks: [
      .agrees("loss/values", judging: ["loss"], sizes: draws) { draw, _ in
        // Odd sixteenths beside even ones: never equal, and inside (0, 1) as a sigmoid's output is.
        let yHat = draw.one(of: [0.0625, 0.1875, 0.3125, 0.6875, 0.8125, 0.9375])
        let y = draw.one(of: [0.125, 0.25, 0.375, 0.625, 0.75, 0.875])
        return Question("loss", ["yHat": .number(yHat), "y": .number(y)])
      }
    ])

  fileprivate static let backward = Part(
    id: "backward", title: "Backward pass",
    outputs: [
      Output("gradW1", points: 3), Output("gradB1", points: 2), Output("gradW2", points: 2),
      Output("gradB2", points: 1),
    ],
    checks: [
      .agrees(
        "backward/values", judging: ["gradW1", "gradB1", "gradW2", "gradB2"], sizes: draws
      ) { draw, sign in
        var inputs = network(&draw, sign[0])
        inputs["y"] = .tensor(draw.eighths())
        return Question("backward", inputs)
      }
    ])

  fileprivate static let byHand = Part(
    id: "by-hand", title: "The example by hand",
    outputs: [
      Output("z1", points: 2), Output("x1", points: 2), Output("z2", points: 1),
      Output("x2", points: 1), Output("loss", points: 2), Output("dW2", points: 2),
      Output("db2", points: 2), Output("dW1", points: 2), Output("db1", points: 2),
    ],
    checks: [
      .worksheet("by-hand/sheet", .backpropTwoTwoOne, given: .filledIn(.backpropTwoTwoOne))
    ])
}

// MARK: - Inputs that two questions share

@Sendable private func network(_ draw: inout Draw, _ sign: Int) -> [String: Value] {
  let (x0, w1, b1) = (draw.eighths(2), draw.eighths(2, 2), draw.eighths(2))
  let (w2, b2) = (draw.eighths(1, 2), draw.eighths())
  return [
    "x0": .tensor(x0), "w1": .tensor(w1), "b1": .tensor(b1),
    "w2": .tensor(sign < 0 ? -w2.abs() : w2), "b2": .tensor(sign < 0 ? -b2.abs() : b2),
  ]
}
