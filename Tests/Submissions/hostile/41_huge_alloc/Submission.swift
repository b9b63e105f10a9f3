// 41_huge_alloc: takes 8 TB at once.
// Must be: memoryExceeded, crashed
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return Tensor([Double](repeating: z.sum(), count: 1 << 40))
  }
}
