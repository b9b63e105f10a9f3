// 29_crash_after_answer: answers right and crashes behind it.
// Must be: passed
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    atexit { abort() }
    return z.maximum(0)
  }
}
