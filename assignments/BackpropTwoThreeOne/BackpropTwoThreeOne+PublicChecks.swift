import Coursework
import Grading

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
