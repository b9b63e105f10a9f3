import Tensors

/// An affine layer, a ReLU and another affine layer, for any numbers.
///
/// Shapes: x (N, D), w1 (D, H), b1 (H), w2 (H, C), b2 (C), scores (N, C).
struct TwoLayerNet<A: TensorAlgebra>: Sendable {
  /// A loss of scores (N, C) and labels (N), with its gradient by the scores.
  typealias Loss = @Sendable (_ scores: A, _ labels: A) -> (loss: A, gradScores: A)

  let x, w1, b1, w2, b2: A

  /// What goes into the ReLU, (N, H).
  var z: A { Affine.forward(x: x, w: w1, b: b1) }
  /// `max(0, x·w1 + b1)·w2 + b2`.
  var scores: A { Affine.forward(x: ReLU.forward(z), w: w2, b: b2) }

  /// The net whose weights are these matrices' transposes.
  var turned: TwoLayerNet {
    TwoLayerNet(x: x, w1: w1.transposed(), b1: b1, w2: w2.transposed(), b2: b2)
  }

  /// The loss with `λ/2 · (Σ w1² + Σ w2²)` added, and its gradients.
  func lossAndGradients(labels: A, regularization: A, _ loss: Loss) -> Result {
    let z = z
    let h = ReLU.forward(z)
    let error = loss(Affine.forward(x: h, w: w2, b: b2), labels)
    let top = Affine.backward(gradY: error.gradScores, x: h, w: w2)
    let bottom = Affine.backward(gradY: ReLU.backward(gradH: top.gradX, z: z), x: x, w: w1)
    let first = L2Penalty.lossAndGradient(w: w1, regularization: regularization)
    let second = L2Penalty.lossAndGradient(w: w2, regularization: regularization)
    return Result(
      loss: error.loss + first.loss + second.loss,
      gradW1: bottom.gradW + first.gradW, gradB1: bottom.gradB,
      gradW2: top.gradW + second.gradW, gradB2: top.gradB)
  }

  /// A loss, and its gradients by weights and biases.
  struct Result: Sendable {
    let loss, gradW1, gradB1, gradW2, gradB2: A

    /// The same for a net that keeps the transposes of these weights.
    var turned: Result {
      Result(
        loss: loss, gradW1: gradW1.transposed(), gradB1: gradB1, gradW2: gradW2.transposed(),
        gradB2: gradB2)
    }

    /// By the names of the contract.
    var outputs: [String: A] {
      ["loss": loss, "gradW1": gradW1, "gradB1": gradB1, "gradW2": gradW2, "gradB2": gradB2]
    }
  }
}
