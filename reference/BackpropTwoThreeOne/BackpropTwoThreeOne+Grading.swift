import Assignments
import Coursework
import Grading
import Worksheets

extension Assignment {
  /// The 2-3-1 example with a mean squared error, as code and by hand: 30 points.
  package static let backpropTwoThreeOne = Assignment(
    id: "backprop-2-3-1", title: "Backpropagation through a 2-3-1 network",
    contract: "BackpropTwoThreeOne",
    reference: { try BackpropTwoThreeOneReference.solve($0) },
    formula: BackpropTwoThreeOneFormula(),
    parts: [.forward, .backward, .byHand],
    misconceptions: BackpropTwoThreeOneReference.misconceptions,
    alternatives: BackpropTwoThreeOneReference.alternatives,
    terms: BackpropTwoThreeOneReference.terms,
    compositions: BackpropTwoThreeOneReference.compositions,
    derivatives: Derivative.backpropTwoThreeOne, publicChecks: PublicCheck.backpropTwoThreeOne)
}

/// N and a sign: with −1 the weighted sums of the output are below 0, or a ReLU there might be no
/// ReLU at all.
///
/// Never 2, and 1 only at the end for its shapes: a sum over so few and a mean are hard to tell apart.
/// All divide the 1000 samples of the course's own data, so that code for these alone can be asked.
private let batches = [[5, 1], [4, -1], [8, 1], [8, 1], [1, 1]]

// MARK: - Parts

extension Part {
  fileprivate static let forward = Part(
    id: "forward", title: "Forward pass",
    outputs: [
      Output("z1", points: 1), Output("h", points: 1), Output("z2", points: 1),
      Output("y", points: 1),
    ],
    checks: [
      .agrees("forward/values", judging: ["z1", "h", "z2", "y"], sizes: batches) { draw, n in
        Question("forwardPropagation", network(&draw, n[0], n[1]))
      }
    ])

  fileprivate static let backward = Part(
    id: "backward", title: "Loss and backward pass",
    outputs: [
      Output("loss", points: 2), Output("gradW1", points: 4), Output("gradB1", points: 2),
      Output("gradW2", points: 2), Output("gradB2", points: 2),
    ],
    checks: [
      .agrees("backward/fresh", judging: gradients, sizes: batches) { draw, n in
        var inputs = network(&draw, n[0], n[1])
        inputs["target"] = .tensor(draw.bits(n[0]))
        return Question("backPropagation", inputs)
      },
      .agrees("backward/published", judging: gradients) { _ in [.published] },
    ])

  fileprivate static let byHand = Part(
    id: "by-hand", title: "One sample by hand",
    outputs: [
      Output("z1", points: 2), Output("h", points: 1), Output("z2", points: 1),
      Output("y", points: 1), Output("loss", points: 1), Output("dW2", points: 2),
      Output("db2", points: 1), Output("dW1", points: 3), Output("db1", points: 2),
    ],
    checks: [
      .worksheet("by-hand/sheet", .backpropTwoThreeOne, given: .filledIn(.backpropTwoThreeOne))
    ])
}

// MARK: - Questions

private let gradients = ["loss", "gradW1", "gradB1", "gradW2", "gradB2"]

private func network(_ draw: inout Draw, _ n: Int, _ sign: Int) -> [String: Value] {
  let (x, w1, b1) = (draw.eighths(n, 2), draw.eighths(3, 2), draw.eighths(3))
  let (w2, b2) = (draw.eighths(3), draw.eighths())
  return [
    "x": .tensor(x), "w1": .tensor(w1), "b1": .tensor(b1),
    "w2": .tensor(sign < 0 ? -w2.abs() : w2), "b2": .tensor(sign < 0 ? -b2.abs() : b2),
  ]
}

extension Question {
  /// The course's own data: seed 0, weights, then 1000 samples, then their targets.
  package static let published: Question = {
    var random = RandomState(seed: 0)
    let (w1, w2) = (random.randn(3, 2), random.randn(3))
    let x = random.rand(1000, 2)
    let target = random.randint(from: 0, to: 2, count: 1000).map(Double.init)
    return Question(
      "backPropagation",
      [
        "x": .tensor(x), "target": .tensor(Tensor(target)), "w1": .tensor(w1),
        "b1": .tensor(.zeros(3)), "w2": .tensor(w2), "b2": .number(0),
      ])
  }()
}
