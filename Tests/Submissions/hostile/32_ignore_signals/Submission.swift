// 32_ignore_signals: ignores every signal that can be ignored, and computes.
// Must be: timedOut, crashed
// Must not exist afterwards: a process

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for number in Int32(1)...31 { signal(number, SIG_IGN) }
    var count = 0
    while true { count &+= 1; if count == -1 { print(count) } }
  }
}
