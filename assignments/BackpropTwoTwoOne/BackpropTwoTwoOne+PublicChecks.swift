import Coursework
import Grading

extension PublicCheck {
  /// What students of `backprop-2-2-1` check at home: the handout's worked example, and gradients.
  package static let backpropTwoTwoOne =
    [
      example(
        Question("forward", network),
        gives: [
          "z1": .tensor([0.25, -1]), "x1": .tensor([0.5621765008857981, 0.2689414213699951]),
          "z2": .number(0.5242936581458079), "x2": .number(0.6281512178363985),
        ]),
      example(
        Question("loss", ["yHat": .number(0.5), "y": .number(1)]), gives: ["loss": .number(0.125)]),
      example(
        Question("backward", network.merging(["y": .number(1)]) { $1 }),
        gives: [
          "gradW1": .tensor([
            [-0.021378079543001405, 0.021378079543001405],
            [0.03415362473323668, -0.03415362473323668],
          ]),
          "gradB1": .tensor([-0.021378079543001405, 0.03415362473323668]),
          "gradW2": .tensor([[-0.04882807703618747, -0.02335902055703947]]),
          "gradB2": .number(-0.08685542166784116),
        ]),
    ] + gradients(of: Derivative.backpropTwoTwoOne)

  private static let network: [String: Value] = [
    "x0": .tensor([1, -1]), "w1": .tensor([[0.5, 0.25], [-0.5, 1]]), "b1": .tensor([0, 0.5]),
    "w2": .tensor([[1, -2]]), "b2": .number(0.5),
  ]
}

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
