// 25_sigstop_self: stops itself and waits.
// Must be: timedOut
// Must not exist afterwards: a stopped process

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    kill(getpid(), SIGSTOP)
    return z.maximum(0)
  }
}
