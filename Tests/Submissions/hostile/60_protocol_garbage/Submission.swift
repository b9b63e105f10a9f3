// 60_protocol_garbage: writes rubbish to every descriptor.
// Must be: protocolError, failed
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let rubbish = [UInt8](repeating: 0xA5, count: 4096)
    for descriptor in Int32(0)..<64 { write(descriptor, rubbish, rubbish.count) }
    return z.maximum(0)
  }
}
