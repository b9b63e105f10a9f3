// 40_memory_bomb: takes memory without end.
// Must be: memoryExceeded, crashed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var all: [[Double]] = []
    while true { all.append(Array(repeating: Double(all.count), count: 1 << 20)) }
  }
}
