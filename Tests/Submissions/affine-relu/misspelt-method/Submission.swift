import Coursework

struct Submission: AffineReLU {
  func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
    x.matmul(w) + b
  }

  func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
    gradH: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    let gradH = gradY.matmul(w.transposed())
    let gradW = h.transposed().matmul(gradY)
    let gradB = gradY.sum(axis: 0)
    return (gradH, gradW, gradB)
  }

  func relu(z: Tensor) throws -> Tensor {
    z.maximum(0)
  }

  func ReLUBackward(gradH: Tensor, z: Tensor) throws -> Tensor {
    gradH * (z .> 0)
  }

  func affineReLU(input: Tensor, weights: Tensor, bias: Tensor) throws -> Tensor {
    try relu(z: affine(x: input, w: weights, b: bias))
  }

  func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws -> (
    gradX: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    let gradZ = try ReLUBackward(gradH: gradH, z: affine(x: x, w: w, b: b))
    let (gradX, gradW, gradB) = try affineBackward(gradY: gradZ, h: x, w: w)
    return (gradX, gradW, gradB)
  }
}
