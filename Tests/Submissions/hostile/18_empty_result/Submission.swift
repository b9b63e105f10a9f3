// 18_empty_result: returns no number at all.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return Tensor(shape: [0], scalars: [])
  }
}
