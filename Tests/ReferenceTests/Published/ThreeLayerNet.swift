import NumPyRandom
import Reference
import Tensors

/// The `toronto-faces` net: affine, ReLU, affine, ReLU, affine; its layers are the reference's.
struct ThreeLayerNet: Sendable {
  /// W1, b1, W2, b2, W3 and b3, by these names.
  var parameters: [String: Tensor]

  private let layers = AffineReLUReference()

  /// Draws the weights, 0.1, 0.1 and 0.01 times normal numbers; biases are 0.
  init(sizes: [Int], random: inout RandomState) {
    parameters = [:]
    for (layer, scale) in zip(1..., [0.1, 0.1, 0.01]) {
      parameters["W\(layer)"] = scale * random.randn(sizes[layer - 1], sizes[layer])
      parameters["b\(layer)"] = .zeros(sizes[layer])
    }
  }

  /// `NNForward`: what every layer hands on; y are the logits.
  func forward(_ x: Tensor) -> (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor) {
    let z1 = layers.affine(x: x, w: self["W1"], b: self["b1"])
    let h1 = layers.relu(z: z1)
    let z2 = layers.affine(x: h1, w: self["W2"], b: self["b2"])
    let h2 = layers.relu(z: z2)
    return (z1, h1, z2, h2, layers.affine(x: h2, w: self["W3"], b: self["b3"]))
  }

  /// `NNBackward`: the gradients by the parameters, given that by the logits.
  func backward(_ x: Tensor, gradY: Tensor) -> [String: Tensor] {
    let (z1, h1, z2, h2, _) = forward(x)
    let top = layers.affineBackward(gradY: gradY, h: h2, w: self["W3"])
    let gradZ2 = layers.reluBackward(gradH: top.gradH, z: z2)
    let middle = layers.affineBackward(gradY: gradZ2, h: h1, w: self["W2"])
    let gradZ1 = layers.reluBackward(gradH: middle.gradH, z: z1)
    let bottom = layers.affineBackward(gradY: gradZ1, h: x, w: self["W1"])
    return [
      "W1": bottom.gradW, "b1": bottom.gradB, "W2": middle.gradW, "b2": middle.gradB,
      "W3": top.gradW, "b3": top.gradB,
    ]
  }

  subscript(name: String) -> Tensor {
    guard let parameter = parameters[name] else { preconditionFailure("no parameter \(name)") }
    return parameter
  }
}
