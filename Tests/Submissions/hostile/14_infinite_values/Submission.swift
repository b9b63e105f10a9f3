// 14_infinite_values: returns infinity.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return z.maximum(0) + Double.infinity
  }
}
