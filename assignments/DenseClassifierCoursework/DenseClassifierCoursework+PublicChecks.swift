import Coursework
import Grading

extension Derivative {
  /// The loss stands beside its own gradients: the derivative of the one must be the others.
  package static let denseClassifier = [
    Derivative(
      askedBy: "lossAndGradients",
      gradients: [
        "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
        "gradB3": "b3",
      ], as: .smooth, sizes: [[3, 2, 3, 2, 4, 3], [4, 3, 2, 4, 3, 5], [5, 2, 2, 3, 2, 6]]
    ) { draw, n in
      Question.denseBatch(&draw, n).inputs
    } forward: { inputs, ask in
      try ask("lossAndGradients", inputs, Array(inputs.keys))["loss"]
    }
  ]
}

extension Question {
  /// A question about a batch while the net learns, for N, D, H1, H2, C and λ in eighths.
  ///
  /// What goes into a ReLU is at least 1/8 away from its kink, so that no step of a numerical
  /// gradient crosses it. One number of every mask is kept, and one of three dropped, more or less.
  package static func denseBatch(_ draw: inout Draw, _ n: [Int]) -> Question {
    while true {
      let (mask1, mask2) = (denseMask(&draw, n[0], n[2]), denseMask(&draw, n[0], n[3]))
      let inputs = denseNet(&draw, n)
      guard isClear(inputs, mask1, mask2) else { continue }
      let rest: [String: Value] = [
        "mask1": .tensor(mask1), "mask2": .tensor(mask2),
        "regularization": .number(Double(n[5]) / 8),
      ]
      return Question("lossAndGradients", inputs.merging(rest) { $1 })
    }
  }

  /// The inputs, labels and parameters of a net in which nothing is near a kink when nothing is
  /// dropped.
  package static func denseSet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    while true {
      let inputs = denseNet(&draw, n)
      if isClear(inputs, .ones(n[0], n[2]), .ones(n[0], n[3])) { return inputs }
    }
  }

  private static func denseNet(_ draw: inout Draw, _ n: [Int]) -> [String: Value] {
    [
      "x": .tensor(draw.eighths(n[0], n[1])), "labels": .labels(&draw, n[0], below: n[4]),
      "w1": .tensor(draw.eighths(n[1], n[2])), "b1": .tensor(draw.eighths(n[2])),
      "w2": .tensor(0.5 * draw.eighths(n[2], n[3])), "b2": .tensor(draw.eighths(n[3])),
      "w3": .tensor(0.5 * draw.eighths(n[3], n[4])), "b3": .tensor(draw.eighths(n[4])),
    ]
  }

  /// 0 or 4/3 everywhere, as a dropout layer of rate 1/4 has it.
  private static func denseMask(_ draw: inout Draw, _ samples: Int, _ units: Int) -> Tensor {
    var mask = draw.bits(samples, units).maximum(draw.bits(samples, units))
    (mask[0, 0], mask[samples - 1, units - 1]) = (1, 0)
    return mask / 0.75
  }

  private static func isClear(
    _ inputs: [String: Value], _ mask1: Tensor, _ mask2: Tensor
  ) -> Bool {
    let given = inputs.compactMapValues(\.tensor)
    guard let x = given["x"], let w1 = given["w1"], let b1 = given["b1"], let w2 = given["w2"],
      let b2 = given["b2"]
    else { return false }
    let z1 = x.matmul(w1) + b1
    let h1 = z1.maximum(0) * mask1
    let z2 = h1.matmul(w2) + b2
    // Each layer must be on somewhere, or nothing is learned in it.
    return min(z1.abs().min(), z2.abs().min()) >= 0.125
      && min(h1.max(), (z2.maximum(0) * mask2).max()) > 0
  }
}
