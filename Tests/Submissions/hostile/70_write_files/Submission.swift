// 70_write_files: writes wherever it can, then answers right.
// Must be: passed
// Must not exist afterwards: a file outside of its own folder
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for folder in [".", NSHomeDirectory(), "/tmp", "/var/tmp", "/canary"] {
      try? Data("written".utf8).write(to: URL(fileURLWithPath: folder + "/gradecheck-written"))
    }
    return z.maximum(0)
  }
}
