// 31_sleep_forever: sleeps for ever and takes no time.
// Must be: timedOut
// Must not exist afterwards: a process

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    while true { sleep(1) }
  }
}
