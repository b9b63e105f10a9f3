import Assignments
import Coursework

/// The reference solution of `affine-relu`.
package struct AffineReLUReference: AffineReLU {
  /// A solution; it keeps no state.
  package init() {}

  /// Back through the ReLU and then through the affine layer, for any numbers.
  static func affineReLUBackward<A: TensorAlgebra>(
    gradH: A, x: A, w: A, b: A
  ) -> (gradX: A, gradW: A, gradB: A) {
    let gradZ = ReLU.backward(gradH: gradH, z: Affine.forward(x: x, w: w, b: b))
    return Affine.backward(gradY: gradZ, x: x, w: w)
  }

  // MARK: - The contract

  /// `y = x·w + b`.
  package func affine(x: Tensor, w: Tensor, b: Tensor) -> Tensor {
    Affine.forward(x: x, w: w, b: b)
  }

  /// `gradH = gradY·wᵀ`, `gradW = hᵀ·gradY`, `gradB = Σ gradY over the samples`.
  package func affineBackward(
    gradY: Tensor, h: Tensor, w: Tensor
  ) -> (gradH: Tensor, gradW: Tensor, gradB: Tensor) {
    let (gradH, gradW, gradB) = Affine.backward(gradY: gradY, x: h, w: w)
    return (gradH, gradW, gradB)
  }

  /// `h = max(0, z)`.
  package func relu(z: Tensor) -> Tensor {
    ReLU.forward(z)
  }

  /// `gradZ = gradH` where `z > 0`, else 0.
  package func reluBackward(gradH: Tensor, z: Tensor) -> Tensor {
    ReLU.backward(gradH: gradH, z: z)
  }

  /// `h = max(0, x·w + b)`.
  package func affineReLU(x: Tensor, w: Tensor, b: Tensor) -> Tensor {
    relu(z: affine(x: x, w: w, b: b))
  }

  /// Back through the ReLU at `z = x·w + b`, then through the affine layer.
  package func affineReLUBackward(
    gradH: Tensor, x: Tensor, w: Tensor, b: Tensor
  ) -> (gradX: Tensor, gradW: Tensor, gradB: Tensor) {
    Self.affineReLUBackward(gradH: gradH, x: x, w: w, b: b)
  }
}
