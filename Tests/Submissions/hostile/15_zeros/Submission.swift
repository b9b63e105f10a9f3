// 15_zeros: returns zeros in the right shape.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return z * 0
  }
}
