import Assignments
import Coursework
import Grading

/// The reference solution of `backprop-2-3-1`.
package struct BackpropTwoThreeOneReference: BackpropTwoThreeOne {
  /// A solution; it keeps no state.
  package init() {}

  /// The forward pass, for numbers and for dual numbers alike.
  package static func forward<A: TensorAlgebra>(
    x: A, w1: A, b1: A, w2: A, b2: A
  ) -> (z1: A, h: A, z2: A, y: A) {
    let z1 = x.matmul(w1.transposed()) + b1
    let h = Sigmoid.forward(z1)
    let z2 = h.matmul(w2) + b2
    return (z1, h, z2, Sigmoid.forward(z2))
  }

  /// The loss `1/(2N)·Σ (y − target)²`, for numbers and for dual numbers alike; of shape ().
  package static func loss<A: TensorAlgebra>(y: A, target: A) -> A {
    ((y - target) * (y - target)).total() / Double(2 * y.shape[0])
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
    let n = x.shape[0]
    let (_, h, _, y) = forwardPropagation(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    let delta2 = (y - target) / Double(n) * Sigmoid.slope(y)
    let delta1 = delta2.reshaped(n, 1) * w2 * Sigmoid.slope(h)
    return (
      loss: Self.loss(y: y, target: target).scalar,
      gradW1: delta1.transposed().matmul(x), gradB1: delta1.sum(axis: 0),
      gradW2: h.transposed().matmul(delta2), gradB2: delta2.sum()
    )
  }
}

// MARK: - Code and paper

extension BackpropTwoThreeOneReference {
  /// Answers the contract's questions and the worksheet, which is a batch of one sample.
  package static func solve(_ question: Question) throws -> Answer {
    let reference = BackpropTwoThreeOneReference()
    guard question.name == Check.worksheetQuestion else { return try reference.answer(question) }
    let x = try question.tensor("x").reshaped(1, 2)
    let target = try question.tensor("target").reshaped(1)
    let (w1, b1) = (try question.tensor("w1"), try question.tensor("b1"))
    let (w2, b2) = (try question.tensor("w2"), try question.number("b2"))
    let out = reference.forwardPropagation(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
    let back = reference.backPropagation(x: x, target: target, w1: w1, b1: b1, w2: w2, b2: b2)
    return [
      "z1": .tensor(out.z1.row(0)), "h": .tensor(out.h.row(0)), "z2": .number(out.z2.scalar),
      "y": .number(out.y.scalar), "loss": .number(back.loss),
      "dW2": .tensor(back.gradW2), "db2": .number(back.gradB2),
      "dW1": .tensor(back.gradW1), "db1": .tensor(back.gradB1),
    ]
  }
}
