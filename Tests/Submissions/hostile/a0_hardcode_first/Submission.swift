// a0_hardcode_first: right for the first question of a process, zeros afterwards.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

nonisolated(unsafe) var asked = 0

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    asked += 1
    return asked == 1 ? z.maximum(0) : z * 0
  }
}
