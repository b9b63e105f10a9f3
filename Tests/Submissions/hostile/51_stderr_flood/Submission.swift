// 51_stderr_flood: prints errors without end.
// Must be: outputExceeded
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let line = [UInt8](repeating: 120, count: 60_000)
    while true { write(2, line, line.count) }
  }
}
