import Coursework

struct Submission: MomentumUpdate {
  /// v' = m·v + (1 − m)·gradW, w' = w − η·v', b' = b − η·gradB.
  ///
  /// w, v and gradW are (D, M); b and gradB are (M).
  func movingAverageUpdate(
    w: Tensor, b: Tensor, v: Tensor, gradW: Tensor, gradB: Tensor, learningRate: Double,
    momentum: Double
  ) throws -> (w: Tensor, b: Tensor, v: Tensor) {
    throw NotImplemented()
  }

  /// v' = m·v − η·gradW, w' = w + v': w, v and gradW are (D, M).
  func classicUpdate(
    w: Tensor, v: Tensor, gradW: Tensor, learningRate: Double, momentum: Double
  ) throws -> (w: Tensor, v: Tensor) {
    throw NotImplemented()
  }
}
