// 87_thread_bomb: starts threads without end.
// Must be: passed, crashed, timedOut, failed, memoryExceeded
// Must not exist afterwards: a process
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    while true {
      Thread.detachNewThread { while true { sleep(1) } }
    }
  }
}
