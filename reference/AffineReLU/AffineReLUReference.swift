import Assignments
import Coursework

/// The reference solution of `affine-relu`.
package struct AffineReLUReference: AffineReLU {
  package init() {}

  package func affine(x: Tensor, w: Tensor, b: Tensor) -> Tensor {
    Affine.forward(x: x, w: w, b: b)
  }

  package func affineBackward(
    gradY: Tensor, h: Tensor, w: Tensor
  ) -> (gradH: Tensor, gradW: Tensor, gradB: Tensor) {
    let (gradH, gradW, gradB) = Affine.backward(gradY: gradY, x: h, w: w)
    return (gradH, gradW, gradB)
  }

  package func relu(z: Tensor) -> Tensor {
    ReLU.forward(z)
  }

  package func reluBackward(gradH: Tensor, z: Tensor) -> Tensor {
    ReLU.backward(gradH: gradH, z: z)
  }

  package func affineReLU(x: Tensor, w: Tensor, b: Tensor) -> Tensor {
    relu(z: affine(x: x, w: w, b: b))
  }

  package func affineReLUBackward(
    gradH: Tensor, x: Tensor, w: Tensor, b: Tensor
  ) -> (gradX: Tensor, gradW: Tensor, gradB: Tensor) {
    let gradZ = reluBackward(gradH: gradH, z: affine(x: x, w: w, b: b))
    return Affine.backward(gradY: gradZ, x: x, w: w)
  }
}
