import Assignments
import Coursework

/// A way to compute the network forward and backward, of which single steps can be replaced.
///
/// It computes the known-wrong variants and the other right answers. As it stands it is right.
struct FaceNetWay: Sendable {
  typealias Activations = (z1: Tensor, h1: Tensor, z2: Tensor, h2: Tensor, y: Tensor)

  /// The affine step of a layer, which is counted from 1.
  var affine: @Sendable (_ x: Tensor, _ w: Tensor, _ b: Tensor, _ layer: Int) -> Tensor = {
    x, w, b, _ in x.matmul(w) + b
  }
  /// What follows it in the first and in the second layer.
  var activation: @Sendable (_ z: Tensor, _ layer: Int) -> Tensor = { z, _ in z.maximum(0) }
  /// What follows it in the last.
  var output: @Sendable (_ y: Tensor) -> Tensor = { $0 }
  /// Back through an affine step: the gradients by its input, w and b.
  var affineBackward:
    @Sendable (_ gradY: Tensor, _ h: Tensor, _ w: Tensor) -> (Tensor, Tensor, Tensor) = {
      gradY, h, w in
      (gradY.matmul(w.transposed()), h.transposed().matmul(gradY), gradY.sum(axis: 0))
    }
  /// Back through an activation, given its input.
  var activationBackward: @Sendable (_ gradH: Tensor, _ z: Tensor, _ layer: Int) -> Tensor = {
    gradH, z, _ in gradH * (z .> 0)
  }
  /// What the affine steps take for their input on the way back, given the activation's input.
  var kept: @Sendable (_ z: Tensor) -> Tensor = { $0.maximum(0) }
  var softmax: @Sendable (_ y: Tensor) -> Tensor = { y in
    let powers = (y - y.max(axis: 1, keepingDimension: true)).exp()
    return powers / powers.sum(axis: 1, keepingDimension: true)
  }

  func forward(_ net: FaceNetParameters, _ x: Tensor) -> Activations {
    let z1 = affine(x, net.w1, net.b1, 1)
    let h1 = activation(z1, 1)
    let z2 = affine(h1, net.w2, net.b2, 2)
    let h2 = activation(z2, 2)
    return (z1, h1, z2, h2, output(affine(h2, net.w3, net.b3, 3)))
  }

  func backward(_ net: FaceNetParameters, _ x: Tensor, err: Tensor) -> FaceNetParameters {
    let (z1, _, z2, _, _) = forward(net, x)
    let (gradH2, gradW3, gradB3) = affineBackward(err, kept(z2), net.w3)
    let gradZ2 = activationBackward(gradH2, z2, 2)
    let (gradH1, gradW2, gradB2) = affineBackward(gradZ2, kept(z1), net.w2)
    let (_, gradW1, gradB1) = affineBackward(activationBackward(gradH1, z1, 1), x, net.w1)
    return FaceNetParameters(
      w1: gradW1, b1: gradB1, w2: gradW2, b2: gradB2, w3: gradW3, b3: gradB3)
  }

  /// `−Σ t·log p` of all samples.
  func crossEntropy(_ net: FaceNetParameters, _ x: Tensor, _ targets: Tensor) -> Double {
    -(targets * softmax(forward(net, x).y).log()).sum()
  }
}

extension Question {
  /// The parameters of the network in a question.
  func faceNet() throws -> FaceNetParameters {
    FaceNetParameters(
      w1: try tensor("w1"), b1: try tensor("b1"), w2: try tensor("w2"), b2: try tensor("b2"),
      w3: try tensor("w3"), b3: try tensor("b3"))
  }
}

extension FaceNetParameters {
  /// All six by the names that outputs have.
  var outputs: [String: Tensor] { named { $0 } }
  /// All six by the names that their gradients have in answers.
  var gradientOutputs: [String: Tensor] { named { "grad" + $0.uppercased() } }

  private func named(_ rename: (String) -> String) -> [String: Tensor] {
    Dictionary(uniqueKeysWithValues: Self.names.map { (rename($0), self[$0]) })
  }
}
