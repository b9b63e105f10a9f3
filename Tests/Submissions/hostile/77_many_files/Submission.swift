// 77_many_files: writes 200,000 small files.
// Must be: passed, failed, timedOut
// Must not exist afterwards: a file
// Proved at: strong

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for number in 0..<200_000 { close(open("file-\(number)", O_WRONLY | O_CREAT, 0o600)) }
    return z.maximum(0)
  }
}
