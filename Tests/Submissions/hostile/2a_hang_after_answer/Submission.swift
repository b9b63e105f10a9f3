// 2a_hang_after_answer: answers right and hangs behind it.
// Must be: passed
// Must not exist afterwards: a process

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    atexit { while true { sleep(1) } }
    return z.maximum(0)
  }
}
