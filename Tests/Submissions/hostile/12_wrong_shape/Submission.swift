// 12_wrong_shape: returns transposed shapes.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return z.maximum(0).reshaped(z.shape[1], z.shape[0])
  }
}
