import Coursework
import Grading

extension Derivative {
  /// Each loss of a net stands beside its own gradients, here those of three layers.
  package static let fullyConnectedNet = [
    Derivative(
      askedBy: "loss", gradients: byLayer, as: .smooth, sizes: sizes
    ) { draw, n in
      Value.deepNet(&draw, samples: n[0], sizes: Array(n[1...4]))
        .merging(["regularization": .number(Double(n[5]) / 8)]) { $1 }
    } forward: { inputs, ask in
      try ask("loss", inputs, ["x", "labels", "regularization"] + parameters)["loss"]
    },
    Derivative(
      askedBy: "dropoutLoss", gradients: byLayer, as: .smooth, sizes: sizes
    ) { draw, n in
      Value.deepNet(&draw, samples: n[0], sizes: Array(n[1...4]))
        .merging(Value.dropoutSettings(&draw, keeping: [0.625, 0.75])) { $1 }
    } forward: { inputs, ask in
      try ask(
        "dropoutLoss", inputs, ["x", "labels", "keepProbability", "seed"] + parameters)["loss"]
    },
  ]

  private static let byLayer: KeyValuePairs = [
    "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
    "gradB3": "b3",
  ]
  private static let parameters = ["w1", "b1", "w2", "b2", "w3", "b3"]

  /// N, D, H, H, C and eight times λ: no two of the sizes vary alike.
  private static let sizes = [[3, 2, 3, 3, 4, 3], [4, 3, 2, 2, 3, 5], [5, 2, 4, 4, 3, 6]]
}

extension Value {
  /// Samples with their labels, and a net for them: `x`, `labels`, `w1`, `b1`, `w2` and so on.
  ///
  /// Scores of a few units keep every probability away from 0. All numbers are dyadic, the biases of
  /// each layer odd multiples of less than what the products are multiples of: nothing is exactly 0
  /// before a ReLU, where it has its kink, and no two scores are equal.
  package static func deepNet(
    _ draw: inout Draw, samples: Int, sizes: [Int]
  ) -> [String: Value] {
    var values = [
      "x": Value.tensor(draw.eighths(samples, sizes[0])),
      "labels": labels(&draw, samples, below: sizes[sizes.count - 1]),
    ]
    for (layer, (inputs, outputs)) in zip(1..., zip(sizes, sizes.dropFirst())) {
      values["w\(layer)"] = .tensor(draw.eighths(inputs, outputs) / 2)
      let step = Double(sign: .plus, exponent: -12 * layer, significand: 1)
      values["b\(layer)"] = .tensor(draw.kinkGuards(outputs, above: step))
    }
    return values
  }

  /// The probability to keep an entry, one of those, and a seed for the masks.
  package static func dropoutSettings(
    _ draw: inout Draw, keeping probabilities: [Double]
  ) -> [String: Value] {
    [
      "keepProbability": .number(draw.one(of: probabilities)),
      "seed": .number(Double(draw.one(of: Array(1...9999)))),
    ]
  }
}
