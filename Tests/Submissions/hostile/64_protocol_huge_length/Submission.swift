// 64_protocol_huge_length: announces 4 GB and streams them.
// Must be: protocolError, outputExceeded
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let announced: [UInt8] = [255, 255, 255, 255, 0, 0, 0, 0]
    write(4, announced, announced.count)
    let chunk = [UInt8](repeating: 32, count: 65_536)
    while write(4, chunk, chunk.count) > 0 {}
    return z.maximum(0)
  }
}
