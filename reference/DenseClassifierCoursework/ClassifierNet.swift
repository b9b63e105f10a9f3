import Tensors

/// A dense net of two hidden layers, for any numbers: relu, relu, and scores of classes.
///
/// Shapes: x (N, D), w1 (D, H1), b1 (H1), w2 (H1, H2), b2 (H2), w3 (H2, C), b3 (C).
struct ClassifierNet<A: TensorAlgebra> {
  let w1, b1, w2, b2, w3, b3: A

  /// The parameters by their names.
  init(_ given: (String) throws -> A) rethrows {
    w1 = try given("w1")
    b1 = try given("b1")
    w2 = try given("w2")
    b2 = try given("b2")
    w3 = try given("w3")
    b3 = try given("b3")
  }

  /// What the layers give for x, with masks of dropout layers after the hidden ones.
  struct Pass {
    /// What goes into the ReLUs, what comes out, and what dropout leaves of that.
    let z1, hidden1, dropped1, z2, hidden2, dropped2: A
    let scores: A
  }

  /// The forward pass; without masks nothing is dropped.
  func forward(_ x: A, mask1: A? = nil, mask2: A? = nil) -> Pass {
    let z1 = Affine.forward(x: x, w: w1, b: b1)
    let hidden1 = ReLU.forward(z1)
    let dropped1 = mask1.map { hidden1 * $0 } ?? hidden1
    let z2 = Affine.forward(x: dropped1, w: w2, b: b2)
    let hidden2 = ReLU.forward(z2)
    let dropped2 = mask2.map { hidden2 * $0 } ?? hidden2
    return Pass(
      z1: z1, hidden1: hidden1, dropped1: dropped1, z2: z2, hidden2: hidden2,
      dropped2: dropped2, scores: Affine.forward(x: dropped2, w: w3, b: b3))
  }

  /// `λ·(Σ w1² + Σ w2²)`, without the ½ that others have.
  func penalty(_ regularization: A) -> A {
    regularization * ((w1 * w1).total() + (w2 * w2).total())
  }

  /// The loss of a batch and its gradients, by the names of the contract's outputs.
  func lossAndGradients(
    x: A, labels: A, mask1: A, mask2: A, regularization: A
  ) -> [String: A] {
    let pass = forward(x, mask1: mask1, mask2: mask2)
    let top = SoftmaxLoss.lossAndGradient(scores: pass.scores, labels: labels)
    let third = Affine.backward(gradY: top.gradScores, x: pass.dropped2, w: w3)
    let second = Affine.backward(
      gradY: ReLU.backward(gradH: third.gradX * mask2, z: pass.z2), x: pass.dropped1, w: w2)
    let first = Affine.backward(
      gradY: ReLU.backward(gradH: second.gradX * mask1, z: pass.z1), x: x, w: w1)
    return [
      "loss": top.loss + penalty(regularization),
      "gradW1": first.gradW + 2 * regularization * w1, "gradB1": first.gradB,
      "gradW2": second.gradW + 2 * regularization * w2, "gradB2": second.gradB,
      "gradW3": third.gradW, "gradB3": third.gradB,
    ]
  }

  /// The softmax of each row.
  static func softmax(_ scores: A) -> A {
    let powers = (scores - scores.max(axis: 1, keepingDimension: true)).exp()
    return powers / powers.sum(axis: 1, keepingDimension: true)
  }
}
