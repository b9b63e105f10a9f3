import Assignments
import Coursework
import Grading

/// The reference solution of `backprop-2-2-1`.
package struct BackpropTwoTwoOneReference: BackpropTwoTwoOne {
  /// A solution; it keeps no state.
  package init() {}

  /// The forward pass, for numbers and for dual numbers alike; z2 and x2 have shape ().
  package static func forward<A: TensorAlgebra>(
    x0: A, w1: A, b1: A, w2: A, b2: A
  ) -> (z1: A, x1: A, z2: A, x2: A) {
    let z1 = w1.matmul(x0) + b1
    let x1 = Sigmoid.forward(z1)
    let z2 = w2.matmul(x1).reshaped(to: []) + b2
    return (z1, x1, z2, Sigmoid.forward(z2))
  }

  /// The loss `½·(ŷ − y)²`, for numbers and for dual numbers alike.
  package static func loss<A: TensorAlgebra>(yHat: A, y: A) -> A {
    0.5 * ((yHat - y) * (yHat - y))
  }

  // MARK: - The contract

  /// z1 and x1 (2); z2 and x2, numbers.
  package func forward(
    x0: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) -> (z1: Tensor, x1: Tensor, z2: Double, x2: Double) {
    let out = Self.forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: Tensor(b2))
    return (out.z1, out.x1, out.z2.scalar, out.x2.scalar)
  }

  /// `½·(ŷ − y)²`.
  package func loss(yHat: Double, y: Double) -> Double {
    Self.loss(yHat: Tensor(yHat), y: Tensor(y)).scalar
  }

  /// `gradW2 = δ2·x1ᵀ`, `gradB2 = δ2`, `gradW1 = δ1·x0ᵀ`, `gradB1 = δ1`, in their parameters' shapes.
  package func backward(
    x0: Tensor, y: Double, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
  ) -> (gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
    let (_, x1, _, x2) = forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: b2)
    let delta2 = (x2 - y) * (x2 * (1 - x2))
    let delta1 = w2.row(0) * delta2 * Sigmoid.slope(x1)
    return (
      gradW1: delta1.reshaped(2, 1) * x0, gradB1: delta1,
      gradW2: (delta2 * x1).reshaped(1, 2), gradB2: delta2
    )
  }
}

// MARK: - Code and paper

extension BackpropTwoTwoOneReference {
  /// Answers the contract's questions and the worksheet.
  package static func solve(_ question: Question) throws -> Answer {
    let reference = BackpropTwoTwoOneReference()
    guard question.name == Check.worksheetQuestion else { return try reference.answer(question) }
    let (x0, y) = (try question.tensor("x0"), try question.number("y"))
    let (w1, b1) = (try question.tensor("w1"), try question.tensor("b1"))
    let (w2, b2) = (try question.tensor("w2"), try question.number("b2"))
    let out = reference.forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: b2)
    let back = reference.backward(x0: x0, y: y, w1: w1, b1: b1, w2: w2, b2: b2)
    return [
      "z1": .tensor(out.z1), "x1": .tensor(out.x1), "z2": .number(out.z2), "x2": .number(out.x2),
      "loss": .number(reference.loss(yHat: out.x2, y: y)),
      "dW2": .tensor(back.gradW2), "db2": .number(back.gradB2),
      "dW1": .tensor(back.gradW1), "db1": .tensor(back.gradB1),
    ]
  }
}
