import Tensors

/// The affine layer `y = x·w + b`, where rows are samples.
///
/// Shapes: x (N, D), w (D, M), b (M), y (N, M).
package enum Affine {
  /// `x·w + b`, for any numbers.
  package static func forward<A: TensorAlgebra>(x: A, w: A, b: A) -> A {
    x.matmul(w) + b
  }

  /// The gradients of a loss by x, w and b, given its gradient by y.
  ///
  /// `gradX = gradY·wᵀ` (N, D), `gradW = xᵀ·gradY` (D, M), `gradB = Σ gradY over the samples` (M).
  /// Nothing is divided by N: `gradY` already contains the 1/N of the loss.
  package static func backward<A: TensorAlgebra>(
    gradY: A, x: A, w: A
  ) -> (gradX: A, gradW: A, gradB: A) {
    (
      gradX: gradY.matmul(w.transposed()), gradW: x.transposed().matmul(gradY),
      gradB: gradY.sum(axis: 0, keepingDimension: false)
    )
  }
}
