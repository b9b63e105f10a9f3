// 71_read_reference: prints what it finds in the canary's folder and of the grader.
// Must be: passed
// Must not exist afterwards: the canary's secret in anything captured
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for file in ["/canary/secret", "/proc/\(getppid())/environ", "/proc/\(getppid())/cmdline"] {
      if let bytes = FileManager.default.contents(atPath: file) {
        print(String(decoding: bytes, as: UTF8.self))
      }
    }
    return z.maximum(0)
  }
}
