import Assignments
import Coursework

/// The reference solution of `momentum-update`.
package struct MomentumUpdateReference: MomentumUpdate {
  /// A solution; it keeps no state.
  package init() {}

  /// The update of weights and biases, for any numbers; learning rate and momentum have shape ().
  static func movingAverageUpdate<A: TensorAlgebra>(
    w: A, b: A, v: A, gradW: A, gradB: A, learningRate: A, momentum: A
  ) -> (w: A, b: A, v: A) {
    let new = Momentum.movingAverage(
      w: w, v: v, gradient: gradW, learningRate: learningRate, momentum: momentum)
    // Biases take a plain step: the handout keeps no velocity for them.
    return (w: new.w, b: b - learningRate * gradB, v: new.v)
  }

  // MARK: - The contract

  /// `v' = m·v + (1 − m)·gradW`, `w' = w − η·v'`, `b' = b − η·gradB`.
  package func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) -> (w: Tensor, b: Tensor, v: Tensor) {
    Self.movingAverageUpdate(
      w: w, b: b, v: v, gradW: gradW, gradB: gradB, learningRate: Tensor(learningRate),
      momentum: Tensor(momentum))
  }

  /// `v' = m·v − η·gradW`, `w' = w + v'`.
  package func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) -> (w: Tensor, v: Tensor) {
    Momentum.classic(
      w: w, v: v, gradient: gradW, learningRate: Tensor(learningRate),
      momentum: Tensor(momentum))
  }
}
