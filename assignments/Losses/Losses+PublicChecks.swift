import Coursework
import Grading

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

extension Value {
  /// The labels of so many samples, as numbers below C.
  package static func labels(_ draw: inout Draw, _ count: Int, below classes: Int) -> Value {
    .tensor(Tensor((0..<count).map { _ in Double(draw.one(of: Array(0..<classes))) }))
  }
}
