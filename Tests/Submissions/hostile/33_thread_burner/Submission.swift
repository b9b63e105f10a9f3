// 33_thread_burner: computes on 64 threads while the main one sleeps.
// Must be: timedOut
// Must not exist afterwards: a process

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for _ in 0..<64 {
      Thread.detachNewThread {
        var count = 0
        while true { count &+= 1; if count == -1 { print(count) } }
      }
    }
    while true { sleep(1) }
  }
}
