// 76_fill_disk: writes a file of 20 GB.
// Must be: crashed, passed, failed, timedOut
// Must not exist afterwards: the file

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let chunk = [UInt8](repeating: 1, count: 1 << 20)
    let file = open("large", O_WRONLY | O_CREAT, 0o600)
    for _ in 0..<20_000 where write(file, chunk, chunk.count) < 0 { break }
    return z.maximum(0)
  }
}
