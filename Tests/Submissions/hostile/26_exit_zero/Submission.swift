// 26_exit_zero: ends with success before it answers.
// Must be: exitedEarly
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    exit(0)
  }
}
