// 22_stack_overflow: calls itself without end.
// Must be: crashed
// Must not exist afterwards: nothing to look for

import Coursework

func down(_ n: Int) -> Int { n < 0 ? n : down(n + 1) + n }

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return Tensor(Double(down(z.count)))
  }
}
