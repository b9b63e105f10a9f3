// 21_array_oob: reads behind the end of an array.
// Must be: crashed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return Tensor([1.0, 2.0][z.count])
  }
}
