// 28_exit_in_static_init: ends with success while it is made.
// Must be: exitedEarly
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

let ending: Int = { exit(0) }()

struct Submission: AffineReLU {
  let zero = ending

  func relu(z: Tensor) throws -> Tensor {
    return z.maximum(0)
  }
}
