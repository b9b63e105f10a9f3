import Coursework

struct Submission: AffineReLU {
  /// y = x·w + b: x is (N, D), w is (D, M), b is (M); returns y, (N, M).
  func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
    x.matmul(w) + b
  }

  /// gradH = gradY·wᵀ, (N, D); gradW = hᵀ·gradY, (D, M); gradB[j] = Σᵢ gradY[i, j], (M).
  func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
    gradH: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    throw NotImplemented()
  }

  /// h = max(0, z), element by element: z and h are (N, M).
  func relu(z: Tensor) throws -> Tensor {
    z.map { max($0, 0) }
  }

  /// gradZ = gradH where z > 0, else 0: all three are (N, M).
  func reluBackward(gradH: Tensor, z: Tensor) throws -> Tensor {
    // multiply by 1 or 0
    gradH * z.map { $0 > 0 ? 1 : 0 }
  }

  /// h = max(0, x·w + b): x is (N, D), w is (D, M), b is (M); returns h, (N, M).
  func affineReLU(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
    try relu(z: try affine(x: x, w: w, b: b))
  }

  /// With z = x·w + b: gradX, (N, D); gradW, (D, M); gradB, (M).
  func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws -> (
    gradX: Tensor, gradW: Tensor, gradB: Tensor
  ) {
    throw NotImplemented()
  }
}
