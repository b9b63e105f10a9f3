// 00_honest: a right solution.
// Must be: passed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return z.maximum(0)
  }
}
