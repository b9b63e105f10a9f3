import Assignments
import Coursework
import Grading

/// The reference solution of `backprop-2-2-1`.
package struct BackpropTwoTwoOneReference: BackpropTwoTwoOne {
  /// A solution; it keeps no state.
  package init() {}

  /// The forward pass, for any numbers; z2 and x2 have shape ().
  package static func forward<A: TensorAlgebra>(
    x0: A, w1: A, b1: A, w2: A, b2: A
  ) -> (z1: A, x1: A, z2: A, x2: A) {
    let z1 = w1.matmul(x0) + b1
    let x1 = Sigmoid.forward(z1)
    let z2 = w2.matmul(x1).reshaped(to: []) + b2
    return (z1, x1, z2, Sigmoid.forward(z2))
  }

  /// The loss `½·(ŷ − y)²`, for any numbers.
  package static func loss<A: TensorAlgebra>(yHat: A, y: A) -> A {
    0.5 * ((yHat - y) * (yHat - y))
  }

  /// The gradients of the loss, for any numbers; y, b2 and gradB2 have shape ().
  static func backward<A: TensorAlgebra>(
    x0: A, y: A, w1: A, b1: A, w2: A, b2: A
  ) -> (gradW1: A, gradB1: A, gradW2: A, gradB2: A) {
    let (_, x1, _, x2) = forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: b2)
    return backward(x0: x0, y: y, w2: w2, x1: x1, x2: x2)
  }

  /// The same from the activations of a forward pass, whoever made it.
  static func backward<A: TensorAlgebra>(
    x0: A, y: A, w2: A, x1: A, x2: A
  ) -> (gradW1: A, gradB1: A, gradW2: A, gradB2: A) {
    let delta2 = (x2 - y) * Sigmoid.slope(x2)
    let delta1 = w2.reshaped(to: [2]) * delta2 * Sigmoid.slope(x1)
    return (
      gradW1: delta1.reshaped(to: [2, 1]) * x0, gradB1: delta1,
      gradW2: (delta2 * x1).reshaped(to: [1, 2]), gradB2: delta2
    )
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
    let out = Self.backward(x0: x0, y: Tensor(y), w1: w1, b1: b1, w2: w2, b2: Tensor(b2))
    return (out.gradW1, out.gradB1, out.gradW2, out.gradB2.scalar)
  }
}

// MARK: - Code and paper

extension BackpropTwoTwoOneReference {
  /// Answers the contract's questions and the worksheet.
  package static func solve(_ question: Question) throws -> Answer {
    if question.name == Check.worksheetQuestion,
      let slots: [String: Tensor] = try BackpropTwoTwoOneFormula().answer(to: question)
    {
      return slots.mapValues(Value.tensor)
    }
    return try BackpropTwoTwoOneReference().answer(question)
  }
}
