// 65_steals_questions: reads the questions behind the protocol's back.
// Must be: timedOut
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    var byte: UInt8 = 0
    while read(3, &byte, 1) != 0 {}
    return z.maximum(0)
  }
}
