import Coursework
import Grading

extension PublicCheck {
  /// What students of `backprop-2-3-1` check at home: the handout's worked example, and gradients.
  package static let backpropTwoThreeOne =
    [
      example(
        Question("forwardPropagation", network),
        gives: [
          "z1": .tensor([[0.25, -1, 0]]),
          "h": .tensor([[0.5621765008857981, 0.2689414213699951, 0.5]]),
          "z2": .tensor([0.7742936581458079]), "y": .tensor([0.6844489654925766]),
        ]),
      example(
        Question("backPropagation", network.merging(["target": .tensor([0])]) { $1 }),
        gives: [
          "loss": .number(0.23423519318192917),
          "gradW1": .tensor([
            [0.03638509446010054, -0.03638509446010054],
            [-0.05812883517315113, 0.05812883517315113],
            [0.01847828938165098, -0.01847828938165098],
          ]),
          "gradB1": .tensor([0.03638509446010054, -0.05812883517315113, 0.01847828938165098]),
          "gradW2": .tensor([0.08310448053545397, 0.03975661928629842, 0.07391315752660392]),
          "gradB2": .number(0.14782631505320784),
        ]),
    ] + gradients(of: Derivative.backpropTwoThreeOne)

  private static let network: [String: Value] = [
    "x": .tensor([[1, -1]]), "w1": .tensor([[0.5, 0.25], [-0.5, 1], [1, 1]]),
    "b1": .tensor([0, 0.5, 0]), "w2": .tensor([1, -2, 0.5]), "b2": .number(0.5),
  ]
}

extension Derivative {
  /// The derivative that the backward question of `backprop-2-3-1` asks for: that of the loss which
  /// the submission itself gives beside the gradients.
  package static let backpropTwoThreeOne = [
    Derivative(
      askedBy: "backPropagation",
      gradients: ["gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2"], as: .smooth,
      sizes: [[3], [4], [5]]
    ) { draw, n in
      [
        "x": .tensor(draw.eighths(n[0], 2)), "target": .tensor(draw.bits(n[0])),
        "w1": .tensor(draw.eighths(3, 2)), "b1": .tensor(draw.eighths(3)),
        "w2": .tensor(draw.eighths(3)), "b2": .tensor(draw.eighths()),
      ]
    } forward: { inputs, ask in
      try ask("backPropagation", inputs, ["x", "target", "w1", "b1", "w2", "b2"])["loss"]
    }
  ]
}
