// 67_late_writer: leaves a thread behind that writes frames while other questions are asked.
// Must be: passed, protocolError
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    Thread.detachNewThread {
      let rubbish = [UInt8](repeating: 0, count: 8)
      while true { write(4, rubbish, rubbish.count); usleep(1000) }
    }
    return z.maximum(0)
  }
}
