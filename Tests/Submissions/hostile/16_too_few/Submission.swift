// 16_too_few: returns its numbers without the last row.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return z.maximum(0).rows(0..<z.shape[0] - 1)
  }
}
