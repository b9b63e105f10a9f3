// 13_nan_everywhere: returns NaN.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return z * Double.nan
  }
}
