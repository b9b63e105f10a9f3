// 42_mmap_bomb: maps memory without end.
// Must be: memoryExceeded, crashed, failed
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    while let page = mmap(nil, 1 << 24, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      page != MAP_FAILED
    { memset(page, 1, 1 << 24) }
    return z
  }
}
