import NumPyRandom
import NumericChecks
import Reference
import Tensors

/// The inputs of the cell about the ReLU, from seed 231.
struct ReLUCell {
  private let x: Tensor
  private let gradOut: Tensor
  private let reference = AffineReLUReference()

  init() {
    var random = RandomState(seed: 231)
    (x, gradOut) = (random.randn(10, 10), random.randn(10, 10))
  }

  var gradient: Tensor { reference.reluBackward(gradH: gradOut, z: x) }

  var error: Tensor {
    let numerical = CourseGradientCheck.numericalGradient(
      of: reference.relu, at: x, gradOut: gradOut)
    return Tensor(CourseGradientCheck.relativeError(numerical, gradient))
  }
}
