import Tensors

/// The logistic sigmoid `σ(z) = 1 / (1 + exp(−z))`, element by element, in any shape.
package enum Sigmoid {
  /// `1 / (1 + exp(−z))`, for numbers and for dual numbers alike; 0 and 1 far out, NaN stays NaN.
  package static func forward<A: TensorAlgebra>(_ z: A) -> A {
    A(constant: Tensor(1)) / (1 + (-z).exp())
  }

  /// The derivative by z, from the activation `a = σ(z)`: `a·(1 − a)`.
  package static func slope(_ a: Tensor) -> Tensor {
    a * (1 - a)
  }
}
