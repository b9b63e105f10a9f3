// 24_sigkill_self: kills itself with the signal that the grader uses.
// Must be: crashed
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    kill(getpid(), SIGKILL)
    return z.maximum(0)
  }
}
