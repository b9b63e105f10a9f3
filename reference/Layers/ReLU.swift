import Tensors

/// The rectified linear unit `h = max(0, z)`, element by element, in any shape.
package enum ReLU {
  /// `max(0, z)`, for any numbers; NaN stays NaN.
  package static func forward<A: TensorAlgebra>(_ z: A) -> A {
    z.rectified()
  }

  /// The gradient by z: `gradH` where `z > 0`, and 0 elsewhere, also at 0.
  package static func backward<A: TensorAlgebra>(gradH: A, z: A) -> A {
    gradH * z.step()
  }
}
