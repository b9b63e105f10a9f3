// 50_stdout_flood: prints without end.
// Must be: outputExceeded
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let line = String(repeating: "flood ", count: 10_000)
    while true { print(line) }
  }
}
