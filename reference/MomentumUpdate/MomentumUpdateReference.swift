import Assignments
import Coursework

/// The reference solution of `momentum-update`.
package struct MomentumUpdateReference: MomentumUpdate {
  /// A solution; it keeps no state.
  package init() {}

  /// `v' = m·v + (1 − m)·gradW`, `w' = w − η·v'`, `b' = b − η·gradB`.
  package func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) -> (w: Tensor, b: Tensor, v: Tensor) {
    let new = Momentum.movingAverage(
      w: w, v: v, gradient: gradW, learningRate: learningRate, momentum: momentum)
    // Biases take a plain step: the handout keeps no velocity for them.
    return (w: new.w, b: b - learningRate * gradB, v: new.v)
  }

  /// `v' = m·v − η·gradW`, `w' = w + v'`.
  package func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) -> (w: Tensor, v: Tensor) {
    Momentum.classic(
      w: w, v: v, gradient: gradW, learningRate: learningRate, momentum: momentum)
  }
}
