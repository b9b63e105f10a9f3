// 17_absurd_shape: returns a shape of terabytes without a number.
// Must be: failed, protocolError
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return Tensor(shape: [0, 1 << 40], scalars: [])
  }
}
