import Coursework
import Grading

extension Derivative {
  /// Each net's loss stands beside its own gradients: the derivatives of the one must be the others.
  package static let twoLayerNet = [
    ofLoss(of: "softmaxNetLoss", TwoLayerInputs.softmaxNet),
    ofLoss(of: "mseNetLoss", TwoLayerInputs.mseNet),
  ]

  private static func ofLoss(
    of question: String, _ inputs: @escaping @Sendable (inout Draw, [Int]) -> [String: Value]
  ) -> Derivative {
    Derivative(
      askedBy: question,
      gradients: ["gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2"], as: .smooth,
      sizes: [[4, 2, 3, 5, 3], [5, 3, 2, 4, 5], [6, 2, 4, 3, 6]]
    ) { draw, n in
      TwoLayerInputs.withLabels(&draw, n, inputs)
    } forward: { inputs, ask in
      try ask(question, inputs, Array(inputs.keys))["loss"]
    }
  }
}

/// Draws what the nets are asked with, for N, D, H and C.
package enum TwoLayerInputs {
  /// Inputs, weights and biases of the softmax net.
  package static func softmaxNet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    let (samples, inputs, hidden, classes) = (n[0], n[1], n[2], n[3])
    return [
      "x": .tensor(draw.eighths(samples, inputs)), "w1": .tensor(draw.eighths(inputs, hidden)),
      "b1": .tensor(draw.kinkGuards(hidden)),
      "w2": .tensor(scale(n) * draw.eighths(hidden, classes)),
      "b2": .tensor(draw.eighths(classes)),
    ]
  }

  /// Inputs, weights and biases of the MSE net.
  package static func mseNet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    let (samples, inputs, hidden, classes) = (n[0], n[1], n[2], n[3])
    return [
      "x": .tensor(draw.eighths(samples, inputs)), "w1": .tensor(draw.eighths(hidden, inputs)),
      "b1": .tensor(draw.kinkGuards(hidden)),
      "w2": .tensor(scale(n) * draw.eighths(classes, hidden)),
      "b2": .tensor(draw.eighths(classes)),
    ]
  }

  /// The same with labels, and n[4] eighths for λ.
  package static func withLabels(
    _ draw: inout Draw, _ n: [Int], _ inputs: (inout Draw, [Int]) -> [String: Value]
  ) -> [String: Value] {
    var all = inputs(&draw, n)
    all["labels"] = .labels(&draw, n[0], below: n[3])
    all["regularization"] = .number(Double(n[4]) / 8)
    return all
  }

  /// Scores of a few units, in which no class is sure; small questions keep whole numbers to read.
  private static func scale(_ n: [Int]) -> Double { n[0] > 3 ? 0.25 : 1 }
}
