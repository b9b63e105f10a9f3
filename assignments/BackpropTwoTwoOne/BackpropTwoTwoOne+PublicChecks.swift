import Coursework
import Grading

extension Derivative {
  /// The derivative that the backward question of `backprop-2-2-1` asks for: the submission's own
  /// forward pass, then its own loss.
  package static let backpropTwoTwoOne = [
    Derivative(
      askedBy: "backward",
      gradients: ["gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2"], as: .smooth,
      sizes: [[], [], []]
    ) { draw, _ in
      [
        "x0": .tensor(draw.eighths(2)), "y": .tensor(draw.eighths()),
        "w1": .tensor(draw.eighths(2, 2)), "b1": .tensor(draw.eighths(2)),
        "w2": .tensor(draw.eighths(1, 2)), "b2": .tensor(draw.eighths()),
      ]
    } forward: { inputs, ask in
      var inputs = inputs
      inputs["yHat"] = try ask("forward", inputs, ["x0", "w1", "b1", "w2", "b2"])["x2"]
      return try ask("loss", inputs, ["yHat", "y"])["loss"]
    }
  ]
}
