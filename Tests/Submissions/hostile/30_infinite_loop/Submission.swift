// 30_infinite_loop: computes for ever.
// Must be: timedOut
// Must not exist afterwards: a process

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var count = 0
    while true { count &+= 1; if count == -1 { print(count) } }
  }
}
