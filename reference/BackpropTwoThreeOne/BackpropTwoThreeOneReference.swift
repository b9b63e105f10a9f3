import Assignments
import Coursework
import Grading

/// The reference solution of `backprop-2-3-1`.
package struct BackpropTwoThreeOneReference: BackpropTwoThreeOne {
  /// A solution; it keeps no state.
  package init() {}

  /// The forward pass, for any numbers.
  package static func forward<A: TensorAlgebra>(
    x: A, w1: A, b1: A, w2: A, b2: A
  ) -> (z1: A, h: A, z2: A, y: A) {
    let z1 = x.matmul(w1.transposed()) + b1
    let h = Sigmoid.forward(z1)
    let z2 = h.matmul(w2) + b2
    return (z1, h, z2, Sigmoid.forward(z2))
  }

  /// The loss `1/(2N)·Σ (y − target)²`, for any numbers; of shape ().
  package static func loss<A: TensorAlgebra>(y: A, target: A) -> A {
    ((y - target) * (y - target)).total() / Double(2 * y.shape[0])
  }

  /// The loss and its gradients, for any numbers; loss and gradB2 have shape ().
  static func backward<A: TensorAlgebra>(
    x: A, target: A, w1: A, b1: A, w2: A, b2: A
  ) -> (loss: A, gradW1: A, gradB1: A, gradW2: A, gradB2: A) {
    let (_, h, _, y) = forward(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    return backward(x: x, target: target, w2: w2, h: h, y: y)
  }

  /// The same from the activations of a forward pass, whoever made it.
  static func backward<A: TensorAlgebra>(
    x: A, target: A, w2: A, h: A, y: A
  ) -> (loss: A, gradW1: A, gradB1: A, gradW2: A, gradB2: A) {
    let n = x.shape[0]
    let delta2 = (y - target) / Double(n) * Sigmoid.slope(y)
    let delta1 = delta2.reshaped(to: [n, 1]) * w2 * Sigmoid.slope(h)
    return (
      loss: loss(y: y, target: target),
      gradW1: delta1.transposed().matmul(x),
      gradB1: delta1.sum(axis: 0, keepingDimension: false),
      gradW2: h.transposed().matmul(delta2), gradB2: delta2.total()
    )
  }

  // MARK: - The contract

  /// z1 and h (N, 3); z2 and y (N).
  package func forwardPropagation(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) -> (z1: Tensor, h: Tensor, z2: Tensor, y: Tensor) {
    Self.forward(x: x, w1: w1, b1: b1, w2: w2, b2: Tensor(b2))
  }

  /// The loss, `gradW2 = hᵀ·δ2`, `gradB2 = Σ δ2`, `gradW1 = δ1ᵀ·x`, `gradB1 = Σ δ1` over the samples.
  package func backPropagation(
    x: Tensor, target: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
    let out = Self.backward(x: x, target: target, w1: w1, b1: b1, w2: w2, b2: Tensor(b2))
    return (out.loss.scalar, out.gradW1, out.gradB1, out.gradW2, out.gradB2.scalar)
  }
}

// MARK: - Code and paper

extension BackpropTwoThreeOneReference {
  /// Answers the contract's questions and the worksheet, which is a batch of one sample.
  package static func solve(_ question: Question) throws -> Answer {
    if question.name == Check.worksheetQuestion,
      let slots: [String: Tensor] = try BackpropTwoThreeOneFormula().answer(to: question)
    {
      return slots.mapValues(Value.tensor)
    }
    return try BackpropTwoThreeOneReference().answer(question)
  }
}
