import Tensors

/// The logistic sigmoid `σ(z) = 1 / (1 + exp(−z))`, element by element, in any shape.
package enum Sigmoid {
  /// `1 / (1 + exp(−z))`, for any numbers; 0 and 1 far out, NaN stays NaN.
  package static func forward<A: TensorAlgebra>(_ z: A) -> A {
    z.sigmoid()
  }

  /// The derivative by z, from the activation `a = σ(z)`: `a·(1 − a)`.
  package static func slope<A: TensorAlgebra>(_ a: A) -> A {
    a * (1 - a)
  }
}
