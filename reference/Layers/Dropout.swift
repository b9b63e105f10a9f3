import NumPyRandom
import Tensors

/// The inverted dropout layer while the network learns, in any shape; p is the probability to keep.
package enum Dropout {
  /// 1/p for each drawn number below p, else 0; equals `(np.random.rand(*shape) < p) / p`.
  package static func mask(
    shape: [Int], keepProbability p: Double, random: inout RandomState
  ) -> Tensor {
    (random.rand(shape: shape) .< p) / p
  }

  /// `x · mask`, element by element, for numbers and for dual numbers alike.
  package static func forward<A: TensorAlgebra>(_ x: A, mask: A) -> A {
    x * mask
  }

  /// The gradient by x: `gradOut · mask`, with the mask of the forward pass.
  package static func backward(gradOut: Tensor, mask: Tensor) -> Tensor {
    gradOut * mask
  }
}
