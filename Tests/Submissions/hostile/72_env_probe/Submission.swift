// 72_env_probe: prints its environment.
// Must be: passed
// Must not exist afterwards: a variable of the grader

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for (name, value) in ProcessInfo.processInfo.environment {
      print(name, value)
      if name.hasPrefix("GRADE") { return z * 0 }
    }
    return z.maximum(0)
  }
}
