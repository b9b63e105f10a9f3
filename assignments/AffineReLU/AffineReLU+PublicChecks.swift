import Coursework
import Grading

extension PublicCheck {
  /// What students of `affine-relu` check at home: the handout's worked example, and gradients.
  package static let affineReLU =
    [
      example(Question("affine", ["x": x, "w": w, "b": b]), gives: ["y": z]),
      example(
        Question("affineBackward", ["gradY": gradZ, "h": x, "w": w]),
        gives: ["gradH": gradX, "gradW": gradW, "gradB": gradB]),
      example(Question("relu", ["z": z]), gives: ["h": h]),
      example(Question("reluBackward", ["gradH": gradH, "z": z]), gives: ["gradZ": gradZ]),
      example(Question("affineReLU", ["x": x, "w": w, "b": b]), gives: ["h": h]),
      example(
        Question("affineReLUBackward", ["gradH": gradH, "x": x, "w": w, "b": b]),
        gives: ["gradX": gradX, "gradW": gradW, "gradB": gradB]),
    ] + gradients(of: Derivative.affineReLU)

  private static let x = Value.tensor([[1, 2], [3, -1]])
  private static let w = Value.tensor([[2, -1, 0.5], [1, 1, -2]])
  private static let b = Value.tensor([0.5, 2, 1])
  private static let z = Value.tensor([[4.5, 3, -2.5], [5.5, -2, 4.5]])
  private static let h = Value.tensor([[4.5, 3, 0], [5.5, 0, 4.5]])
  private static let gradH = Value.tensor([[1, -2, 3], [-1, 4, 2]])
  private static let gradZ = Value.tensor([[1, -2, 0], [-1, 0, 2]])
  private static let gradX = Value.tensor([[4, -1], [-1, -5]])
  private static let gradW = Value.tensor([[-2, -2, 6], [3, -4, -2]])
  private static let gradB = Value.tensor([0, -2, 2])
}

extension Derivative {
  /// The derivatives that the backward questions of `affine-relu` ask for.
  package static let affineReLU = [affineBackward, reluBackward, affineReLUBackward]

  /// N, D, M: no two of the sizes vary alike, so that each can be told from the others.
  private static let sizes = [[3, 2, 2], [2, 3, 2], [4, 2, 3]]

  /// b is 0, as the backward question does not know it; the gradient by b does not depend on it.
  private static let affineBackward = Derivative(
    askedBy: "affineBackward", gradients: ["gradH": "h", "gradW": "w", "gradB": "b"],
    upstream: "gradY", as: .quadratic, unasked: ["b"], sizes: sizes
  ) { draw, n in
    [
      "gradY": .tensor(draw.eighths(n[0], n[2])), "h": .tensor(draw.eighths(n[0], n[1])),
      "w": .tensor(draw.eighths(n[1], n[2])), "b": .tensor(.zeros(n[2])),
    ]
  } forward: { inputs, ask in
    var inputs = inputs
    inputs["x"] = inputs["h"]
    return try ask("affine", inputs, ["x", "w", "b"])["y"]
  }

  /// The derivative of `relu`, which has a kink at 0.
  package static let reluBackward = Derivative(
    askedBy: "reluBackward", gradients: ["gradZ": "z"], upstream: "gradH", as: .piecewiseLinear,
    sizes: sizes
  ) { draw, n in
    ["gradH": .tensor(draw.eighths(n[0], n[2])), "z": .tensor(draw.eighths(n[0], n[2]))]
  } forward: { inputs, ask in
    try ask("relu", inputs, ["z"])["h"]
  }

  /// x is in halves, w in quarters, b in odd sixteenths: z is never nearer to 0 than 1/16.
  private static let affineReLUBackward = Derivative(
    askedBy: "affineReLUBackward", gradients: ["gradX": "x", "gradW": "w", "gradB": "b"],
    upstream: "gradH", as: .piecewiseLinear, sizes: sizes
  ) { draw, n in
    [
      "gradH": .tensor(draw.eighths(n[0], n[2])), "x": .tensor(4 * draw.eighths(n[0], n[1])),
      "w": .tensor(2 * draw.eighths(n[1], n[2])), "b": .tensor(8 * draw.kinkGuards(n[2])),
    ]
  } forward: { inputs, ask in
    try ask("affineReLU", inputs, ["x", "w", "b"])["h"]
  }
}
