import Coursework
import Grading

extension Derivative {
  /// The backward pass of the network goes back through its forward pass.
  package static let faceNet = [
    Derivative(
      askedBy: "backward",
      gradients: [
        "gradW1": "w1", "gradB1": "b1", "gradW2": "w2", "gradB2": "b2", "gradW3": "w3",
        "gradB3": "b3",
      ],
      upstream: "err", as: .piecewiseLinear,
      sizes: [[3, 2, 3, 4, 2], [2, 3, 4, 3, 4], [4, 2, 3, 2, 3]]
    ) { draw, n in
      let parameters = draw.faceNetParameters([n[1], n[2], n[3], n[4]])
      return parameters.merging([
        "x": .tensor(draw.eighths(n[0], n[1])), "err": .tensor(draw.eighths(n[0], n[4])),
      ]) { $1 }
    } forward: { inputs, ask in
      try ask("forward", inputs, FaceNetParameters.names + ["x"])["y"]
    }
  ]
}

extension Draw {
  /// The parameters of a network with these numbers of units, from D to C.
  ///
  /// With x in eighths no z1 is 0 and no z2: there the ReLU has its kink.
  package mutating func faceNetParameters(_ units: [Int]) -> [String: Value] {
    [
      // z1 is an odd multiple of 1/128, h1·w2 a multiple of 1/1024, b2 an odd one of 1/2048.
      "w1": .tensor(eighths(units[0], units[1])), "b1": .tensor(kinkGuards(units[1])),
      "w2": .tensor(eighths(units[1], units[2])), "b2": .tensor(kinkGuards(units[2]) / 16),
      "w3": .tensor(eighths(units[2], units[3])), "b3": .tensor(eighths(units[3])),
    ]
  }
}
