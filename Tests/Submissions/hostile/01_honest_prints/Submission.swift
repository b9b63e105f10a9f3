// 01_honest_prints: right, with prints for finding faults.
// Must be: passed
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    print("z is", z)
    FileHandle.standardError.write(Data("on its way\n".utf8))
    return z.maximum(0)
  }
}
