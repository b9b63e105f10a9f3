// 61_protocol_close: closes every descriptor.
// Must be: protocolError, exitedEarly, timedOut
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for descriptor in Int32(0)..<64 { close(descriptor) }
    return z.maximum(0)
  }
}
