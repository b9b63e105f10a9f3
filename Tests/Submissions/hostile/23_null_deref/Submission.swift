// 23_null_deref: writes to a bad address.
// Must be: crashed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    return z.maximum(0)
  }
}
