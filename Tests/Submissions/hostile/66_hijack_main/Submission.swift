// 66_hijack_main: defines its own beginning, which prints success.
// Must be: compileError, protocolError, exitedEarly
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

@_cdecl("main") public func begin() -> Int32 {
  print("PASSED")
  return 0
}

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    return z.maximum(0)
  }
}
