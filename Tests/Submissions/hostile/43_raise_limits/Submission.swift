// 43_raise_limits: raises its own limits, then takes memory without end.
// Must be: memoryExceeded, crashed
// Must not exist afterwards: nothing to look for
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var limit = rlimit(rlim_cur: .max, rlim_max: .max)
    for resource in 0..<16 { setrlimit(numericCast(resource), &limit) }
    var all: [[Double]] = []
    while true { all.append(Array(repeating: Double(all.count), count: 1 << 20)) }
  }
}
