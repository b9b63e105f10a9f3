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
    /// The learning rate, where a step downhill is asked.
    var rate: Double?
    /// What somebody has for some of the steps; later steps go on from it.
    var own = Own()
  }

  /// The step downhill of one parameter.
  typealias Update =
    @Sendable (_ parameter: Parameter, _ old: Tensor, _ gradient: Tensor, _ rate: Double) -> Tensor

  /// What a step downhill changes.
  enum Parameter: Sendable { case w1, b1, w2, b2 }

  /// Somebody's own steps, in the shapes of the results.
  struct Own: Sendable {
    var z1, h, z2, y, delta1, delta2: Tensor?
    /// What the step downhill goes on from; gradients in any shape.
    var gradients: [Parameter: Tensor] = [:]
  }

  /// What comes out: z1 and h (N, H), z2 and y (N), gradients in the shapes of their parameters.
  struct Results: Sendable {
    var z1, h, z2, y: Tensor
    var loss: Double
    var gradW1, gradB1, gradW2: Tensor
    var gradB2: Double
    /// The gradients by z1 (N, H) and by z2 (N).
    var delta1, delta2: Tensor
    /// The parameters after a step downhill, where one is asked.
    var updated: [Parameter: Tensor] = [:]
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
  /// A parameter after the step downhill, by default `old − rate·gradient`.
  var update: Update = { _, old, gradient, rate in old - rate * gradient }
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
    // Of one sample the gradient by a bias is δ itself, which is all that shows δ.
    let (biasDelta1, biasDelta2) = n > 1 ? (delta1, delta2) : (newDelta1, newDelta2)
    var out = Results(
      z1: z1, h: h, z2: z2, y: y, loss: loss(y, inputs.target),
      gradW1: delta1.transposed().matmul(x), gradB1: biasDelta1.sum(axis: 0),
      gradW2: h.transposed().matmul(delta2), gradB2: biasDelta2.sum(), delta1: delta1,
      delta2: delta2)
    results(&out, inputs)
    if let rate = given.rate { out.updated = updated(given, out, rate) }
    // What one has is no news; what follows from what came before it is.
    (out.delta1, out.delta2) = (newDelta1, newDelta2)
    if own.z1 != nil { out.z1 = newZ1 }
    if own.h != nil { out.h = newH }
    if own.z2 != nil { out.z2 = newZ2 }
    if own.y != nil { out.y = newY }
    return out
  }

  private func updated(
    _ given: Inputs, _ out: Results, _ rate: Double
  ) -> [Parameter: Tensor] {
    let steps: [(Parameter, old: Tensor, gradient: Tensor)] = [
      (.w1, given.w1, out.gradW1), (.b1, given.b1, out.gradB1), (.w2, given.w2, out.gradW2),
      (.b2, Tensor(given.b2), Tensor(out.gradB2)),
    ]
    return steps.reduce(into: [:]) { updated, step in
      let gradient = given.own.gradients[step.0]?.reshaped(to: step.old.shape) ?? step.gradient
      updated[step.0] = update(step.0, step.old, gradient, rate)
    }
  }
}
