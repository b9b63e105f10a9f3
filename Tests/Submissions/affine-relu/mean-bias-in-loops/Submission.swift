import Coursework

// Everything in plain loops, except where a matrix product is shorter.
struct Submission: AffineReLU {
  func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
    var y = x.matmul(w)
    for i in 0..<y.shape[0] {
      for j in 0..<y.shape[1] { y[i, j] += b[j] }
    }
    return y
  }

  func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
    gradH: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    let n = gradY.shape[0]
    var gradB = Tensor.zeros(gradY.shape[1])
    for i in 0..<n {
      for j in 0..<gradY.shape[1] { gradB[j] += gradY[i, j] / Double(n) }
    }
    return (gradY.matmul(w.transposed()), h.transposed().matmul(gradY), gradB)
  }

  func relu(z: Tensor) throws -> Tensor {
    z.map { $0 > 0 ? $0 : 0 }
  }

  func reluBackward(gradH: Tensor, z: Tensor) throws -> Tensor {
    var gradZ = gradH
    for i in 0..<z.shape[0] {
      for j in 0..<z.shape[1] where z[i, j] <= 0 { gradZ[i, j] = 0 }
    }
    return gradZ
  }

  func affineReLU(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
    try relu(z: affine(x: x, w: w, b: b))
  }

  func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws -> (
    gradX: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    throw NotImplemented()
  }
}
