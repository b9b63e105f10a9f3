import Tensors

/// A network of two sigmoid layers with one output, of which single formulas can be replaced.
///
/// It computes the known-wrong variants of the assignments on such networks. As it stands it is
/// right: a test holds it against the references. Rows of x are samples; H is the number of hidden
/// units.
struct MistakenSigmoidNet: Sendable {
  /// What goes in: x (N, D), target (N), w1 (H, D), b1 (H), w2 (H), b2 a number.
  struct Inputs: Sendable {
    var x: Tensor
    var target: Tensor
    var w1: Tensor
    var b1: Tensor
    var w2: Tensor
    var b2: Double
    /// What somebody has for some of the steps; later steps go on from it.
    var own = Own()
  }

  /// Somebody's own steps, in the shapes of the results.
  struct Own: Sendable {
    var z1, h, z2, y, delta1, delta2: Tensor?
  }

  /// What comes out: z1 and h (N, H), z2 and y (N), gradients in the shapes of their parameters.
  struct Results: Sendable {
    var z1, h, z2, y: Tensor
    var loss: Double
    var gradW1, gradB1, gradW2: Tensor
    var gradB2: Double
    /// The gradients by z1 (N, H) and by z2 (N).
    let delta1, delta2: Tensor
  }

  /// Changes the parameters before anything is computed.
  var parameters: @Sendable (inout Inputs) -> Void = { _ in }
  var hiddenActivation: @Sendable (Tensor) -> Tensor = { Sigmoid.forward($0) }
  var outputActivation: @Sendable (Tensor) -> Tensor = { Sigmoid.forward($0) }
  var hiddenSlope = ActivationSlope.ofSigmoid
  var outputSlope = ActivationSlope.ofSigmoid
  /// The loss, by default `1/(2N)·Σ (y − target)²`.
  var loss: @Sendable (_ y: Tensor, _ target: Tensor) -> Double = { y, target in
    (y - target).squared().sum() / Double(2 * y.count)
  }
  /// The derivative of the loss by y, by default `(y − target)/N`.
  var lossSlope: @Sendable (_ y: Tensor, _ target: Tensor) -> Tensor = { y, target in
    (y - target) / Double(y.count)
  }
  /// What delta2 is multiplied by on its way back, by default W2.
  var wayBack: @Sendable (Inputs) -> Tensor = { $0.w2 }
  /// Changes the results after everything is computed.
  var results: @Sendable (inout Results, Inputs) -> Void = { _, _ in }

  /// Computes the network with its replaced formulas, each step from one's own where there is one.
  func callAsFunction(_ given: Inputs) -> Results {
    var inputs = given
    parameters(&inputs)
    let (x, n, own) = (inputs.x, inputs.x.shape[0], inputs.own)
    let newZ1 = x.matmul(inputs.w1.transposed()) + inputs.b1
    let z1 = own.z1 ?? newZ1
    let newH = hiddenActivation(z1)
    let h = own.h ?? newH
    let newZ2 = h.matmul(inputs.w2) + inputs.b2
    let z2 = own.z2 ?? newZ2
    let newY = outputActivation(z2)
    let y = own.y ?? newY
    let newDelta2 = lossSlope(y, inputs.target) * outputSlope(z2, y)
    let delta2 = own.delta2 ?? newDelta2
    let newDelta1 = delta2.reshaped(n, 1) * wayBack(inputs) * hiddenSlope(z1, h)
    let delta1 = own.delta1 ?? newDelta1
    var out = Results(
      z1: z1, h: h, z2: z2, y: y, loss: loss(y, inputs.target),
      gradW1: delta1.transposed().matmul(x), gradB1: newDelta1.sum(axis: 0),
      gradW2: h.transposed().matmul(delta2), gradB2: newDelta2.sum(), delta1: delta1,
      delta2: delta2)
    results(&out, inputs)
    // What one has is no news; what follows from what came before it is.
    if own.z1 != nil { out.z1 = newZ1 }
    if own.h != nil { out.h = newH }
    if own.z2 != nil { out.z2 = newZ2 }
    if own.y != nil { out.y = newY }
    return out
  }
}
