// 02_honest_threads: right, with Foundation, dispatch and tasks.
// Must be: passed
// Must not exist afterwards: nothing to look for

import Coursework
import Dispatch
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let done = DispatchSemaphore(value: 0)
    Task { done.signal() }
    done.wait()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in _ = sqrt(Double(z.count)) }
    return z.maximum(0)
  }
}
