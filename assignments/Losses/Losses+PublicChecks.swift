import Coursework
import Grading

extension PublicCheck {
  /// What students of `losses` check at home: the handout's worked examples, and gradients.
  package static let losses =
    [
      example(
        Question("softmaxLoss", ["scores": scores, "labels": labels]),
        gives: [
          "loss": .number(0.7512644604326706),
          "gradScores": .tensor([
            [-0.37763576447260117, 0.04501528658519023, 0.33262047788741095],
            [0.022639250371814534, -0.04527850074362905, 0.022639250371814534],
          ]),
        ]),
      // One margin is 0, where the loss has a kink: only the loss has one right value there.
      example(
        Question("svmLoss", ["scores": scores, "labels": labels]), gives: ["loss": .number(1)]),
      example(
        Question(
          "mseLoss",
          [
            "scores": scores, "labels": labels, "w": .tensor([[2, -1]]),
            "regularization": .number(0.5),
          ]),
        gives: [
          "loss": .number(3.25), "gradScores": .tensor([[0, 0, 1], [0, 1, 0]]),
          "gradW": .tensor([[1, -0.5]]),
        ]),
    ] + gradients(of: Derivative.losses)

  private static let scores = Value.tensor([[1, 0, 2], [0, 3, 0]])
  private static let labels = Value.tensor([0, 1])
}

extension Derivative {
  /// Each loss stands beside its own gradient: the derivative of the one must be the other.
  package static let losses = [
    Derivative(
      askedBy: "softmaxLoss", gradients: ["gradScores": "scores"], as: .smooth,
      sizes: [[3, 4], [4, 3], [5, 2]]
    ) { draw, n in
      ["scores": .tensor(draw.eighths(n[0], n[1])), "labels": .labels(&draw, n[0], below: n[1])]
    } forward: { inputs, ask in
      try ask("softmaxLoss", inputs, ["scores", "labels"])["loss"]
    },
    Derivative(
      askedBy: "svmLoss", gradients: ["gradScores": "scores"], as: .piecewiseLinear,
      sizes: [[3, 4], [4, 3], [5, 2]]
    ) { draw, n in
      let labels = Value.labels(&draw, n[0], below: n[1])
      return [
        "scores": .tensor(awayFromKinks(draw.eighths(n[0], n[1]), labels)), "labels": labels,
      ]
    } forward: { inputs, ask in
      try ask("svmLoss", inputs, ["scores", "labels"])["loss"]
    },
    Derivative(
      askedBy: "mseLoss", gradients: ["gradScores": "scores", "gradW": "w"], as: .quadratic,
      sizes: [[3, 4, 2, 3], [4, 3, 3, 5], [5, 2, 4, 6]]
    ) { draw, n in
      [
        "scores": .tensor(draw.eighths(n[0], n[1])), "labels": .labels(&draw, n[0], below: n[1]),
        "w": .tensor(draw.eighths(n[2], n[1])), "regularization": .number(Double(n[3]) / 8),
      ]
    } forward: { inputs, ask in
      try ask("mseLoss", inputs, ["scores", "labels", "w", "regularization"])["loss"]
    },
  ]

  /// The scores, of which those of the right classes are moved by 1/16: a margin of eighths is then
  /// never 0, where the loss has a kink.
  package static func awayFromKinks(_ scores: Tensor, _ labels: Value) -> Tensor {
    var scores = scores
    for (i, label) in (labels.tensor?.scalars ?? []).enumerated() {
      scores[i, Int(label)] += 0.0625
    }
    return scores
  }
}
