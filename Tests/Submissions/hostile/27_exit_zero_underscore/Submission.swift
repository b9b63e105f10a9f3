// 27_exit_zero_underscore: ends with success, without clearing up.
// Must be: exitedEarly
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    _exit(0)
  }
}
