import Assignments
import Coursework
import Grading

extension FaceNetCourseworkReference {
  /// What goes wrong in `forward`; results are those of a network that is changed in one step.
  static let forwardMisconceptions = forwardActivations + forwardBiases

  private static let forward = WrongVariants(
    question: "forward", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { (net: try $0.faceNet(), x: try $0.tensor("x")) }

  private static func forward(
    _ id: String, _ looksLike: String, why: String, where place: String,
    _ change: @escaping @Sendable (inout FaceNetWay) -> Void
  ) -> Misconception {
    forward.mistake(id, looksLike, why: why, where: place) { given in
      var way = FaceNetWay()
      change(&way)
      let out = way.forward(given.net, given.x)
      return ["z1": out.z1, "h1": out.h1, "z2": out.z2, "h2": out.h2, "y": out.y]
    }
  }

  // MARK: - Forward

  private static let activations = "the lines that compute h1 and h2"
  private static let shape = "the layers are affine, ReLU, affine, ReLU, affine"

  private static let forwardActivations: [Misconception] = [
    forward(
      "FF1", "both ReLUs are missing: your h1 is z1 and your h2 is z2",
      why: "without them three affine layers are one; \(shape)", where: activations
    ) { $0.activation = { z, _ in z } },
    forward(
      "FF2", "the first ReLU is missing: your h1 is z1", why: shape,
      where: "the line that computes h1"
    ) { $0.activation = { z, layer in layer == 1 ? z : z.maximum(0) } },
    forward(
      "FF3", "the second ReLU is missing: your h2 is z2", why: shape,
      where: "the line that computes h2"
    ) { $0.activation = { z, layer in layer == 2 ? z : z.maximum(0) } },
    forward(
      "FF4", "there is a third ReLU after the last layer: your y is never below 0",
      why: "y goes into the softmax as it is, below 0 or above", where: "the line that computes y"
    ) { $0.output = { $0.maximum(0) } },
    forward(
      "FF5", "your y holds probabilities: the softmax is in it already",
      why: "the forward pass ends with y = h2·w3 + b3; the softmax comes after it",
      where: "the line that computes y"
    ) { $0.output = { FaceNetWay().softmax($0) } },
    forward(
      "FF6", "your activation is the sigmoid", why: "this network has ReLUs: h = max(0, z)",
      where: activations
    ) { $0.activation = { z, _ in Sigmoid.forward(z) } },
    forward(
      "FF7", "your activation is tanh", why: "this network has ReLUs: h = max(0, z)",
      where: activations
    ) { $0.activation = { z, _ in z.tanh() } },
    forward(
      "FF8", "your activation is a leaky ReLU, with a slope of 0.01 below 0",
      why: "this network has plain ReLUs, which are 0 below 0", where: activations
    ) { $0.activation = { z, _ in z.maximum(0.01 * z) } },
    forward(
      "FF9", "your h1 and h2 hold the mask: 1 where z > 0",
      why: "a ReLU hands on z itself where z > 0: h = max(0, z)", where: activations
    ) { $0.activation = { z, _ in z .> 0 } },
    forward(
      "FF10", "your activation is the absolute value of z",
      why: "a ReLU is 0 where z is below 0: h = max(0, z)", where: activations
    ) { $0.activation = { z, _ in z.abs() } },
  ]

  private static let forwardBiases: [Misconception] = [
    forward(
      "FF11", "the biases b1, b2 and b3 are missing", why: "each layer is x·w + b",
      where: "the lines that compute z1, z2 and y"
    ) { $0.affine = { x, w, _, _ in x.matmul(w) } },
    forward(
      "FF12", "the bias b3 of the last layer is missing", why: "each layer is x·w + b",
      where: "the line that computes y"
    ) { $0.affine = { x, w, b, layer in layer == 3 ? x.matmul(w) : x.matmul(w) + b } },
    forward(
      "FF13", "the biases are subtracted; they must be added", why: "each layer is x·w + b",
      where: "the lines that compute z1, z2 and y"
    ) { $0.affine = { x, w, b, _ in x.matmul(w) - b } },
  ]

  // MARK: - Backward

  /// What goes wrong in `backward`.
  static let backwardMisconceptions = backwardActivations + backwardFactors

  private static let backward = WrongVariants(
    question: "backward", reference: { try FaceNetCourseworkReference().answer($0) }
  ) { (net: try $0.faceNet(), x: try $0.tensor("x"), err: try $0.tensor("err")) }

  /// With a step of the way back that is changed.
  private static func backward(
    _ id: String, _ looksLike: String, why: String, where place: String,
    change: @escaping @Sendable (inout FaceNetWay) -> Void
  ) -> Misconception {
    backward.mistake(id, looksLike, why: why, where: place) { given in
      var way = FaceNetWay()
      change(&way)
      return way.backward(given.net, given.x, err: given.err).gradientOutputs
    }
  }

  /// With another err, or with some of the results divided by N.
  private static func backward(
    _ id: String, _ looksLike: String, why: String, where place: String,
    dividing names: [String] = [], err: @escaping @Sendable (Tensor) -> Tensor = { $0 }
  ) -> Misconception {
    backward.mistake(id, looksLike, why: why, where: place) { given in
      var gradients = FaceNetWay().backward(given.net, given.x, err: err(given.err))
      for name in names { gradients[name] /= Double(given.x.shape[0]) }
      return gradients.gradientOutputs
    }
  }

  private static let masks = "the lines that go back through the ReLUs"
  private static let mask = "a gradient passes a ReLU where its z was above 0, and is 0 elsewhere"

  private static let backwardActivations: [Misconception] = [
    backward(
      "FB1", "both ReLUs are missing on the way back", why: mask, where: masks
    ) { $0.activationBackward = { gradH, _, _ in gradH } },
    backward(
      "FB2", "the first ReLU is missing on the way back: gradW1 and gradB1 see no mask of z1",
      why: mask, where: "the lines before gradW1 and gradB1"
    ) { $0.activationBackward = { gradH, z, layer in layer == 1 ? gradH : gradH * (z .> 0) } },
    backward(
      "FB3", "the second ReLU is missing on the way back: there is no mask of z2",
      why: mask, where: "the lines before gradW2 and gradB2"
    ) { $0.activationBackward = { gradH, z, layer in layer == 2 ? gradH : gradH * (z .> 0) } },
    backward(
      "FB4", "your masks look at the gradient; they must look at z", why: mask, where: masks
    ) { $0.activationBackward = { gradH, _, _ in gradH * (gradH .> 0) } },
    backward(
      "FB5", "you multiply by h1 and h2 where their masks belong",
      why: "the slope of a ReLU is 1 where z > 0, however large z is", where: masks
    ) { $0.activationBackward = { gradH, z, _ in gradH * z.maximum(0) } },
    backward(
      "FB6", "your masks let pass what they must block: they are 1 where z < 0", why: mask,
      where: masks
    ) { $0.activationBackward = { gradH, z, _ in gradH * (z .< 0) } },
    backward(
      "FB7", "your masks drop what comes from above: they are used by themselves",
      why: "by the chain rule the gradient from above is multiplied by the mask", where: masks
    ) { $0.activationBackward = { _, z, _ in z .> 0 } },
    backward(
      "FB8", "the slope of your activation is the sigmoid's, h·(1 − h)",
      why: "this network has ReLUs, whose slope is 1 where z > 0 and 0 elsewhere", where: masks
    ) { $0.activationBackward = { gradH, z, _ in gradH * Sigmoid.slope(z.maximum(0)) } },
    backward(
      "FB9", "your gradW2 and gradW3 are made of z1 and z2, from before the ReLUs",
      why: "the second layer saw h1 and the third h2: gradW2 = h1ᵀ·gradZ2, gradW3 = h2ᵀ·err",
      where: "the lines that compute gradW2 and gradW3"
    ) { $0.kept = { $0 } },
  ]

  private static let backwardFactors: [Misconception] = [
    backward(
      "FB10", "all your gradients are divided by N",
      why: "err already contains the 1/N of the loss", where: "the lines that compute gradients",
      dividing: FaceNetParameters.names),
    backward(
      "FB11", "your weight gradients are divided by N, your bias gradients are not",
      why: "err already contains the 1/N of the loss",
      where: "the lines that compute gradW1, gradW2 and gradW3",
      dividing: FaceNetParameters.weights),
    backward(
      "FB12", "your bias gradients are means over the batch; they must be sums",
      why: "err already contains the 1/N of the loss: every sample adds its full part",
      where: "the lines that compute gradB1, gradB2 and gradB3",
      dividing: FaceNetParameters.biases),
    backward(
      "FB13", "all your gradients have the opposite sign",
      why: "a gradient points uphill; the minus belongs to the step", where: "the use of err",
      err: { -$0 }),
    backward(
      "FB14", "err plays no part in it: your gradients are those of Σ y",
      why: "by the chain rule everything is multiplied by err, the gradient by y",
      where: "the first line, where err must go in", err: { Tensor.ones(shape: $0.shape) }),
    backward(
      "FB15", "your gradients come from the last sample alone",
      why: "every sample adds its part: in a loop over samples that is +=, not =",
      where: "the lines that compute gradients",
      err: { err in
        var last = Tensor.zeros(shape: err.shape)
        for j in 0..<err.shape[1] { last[err.shape[0] - 1, j] = err[err.shape[0] - 1, j] }
        return last
      }),
  ]
}
