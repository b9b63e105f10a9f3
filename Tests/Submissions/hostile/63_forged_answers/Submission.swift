// 63_forged_answers: answers ahead with frames of its own making.
// Must be: protocolError
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    for kind in ["hello", "answer", "failure"] {
      var header =
        "{\"__metadata__\":{\"kind\":\"\(kind)\",\"nonce\":\"1\",\"version\":\"1\",\"reason\":\"threw\"}}"
      while header.utf8.count % 256 != 0 { header += " " }
      let frame = [0, UInt8(header.utf8.count / 256), 0, 0, 0, 0, 0, 0] + Array(header.utf8)
      write(4, frame, frame.count)
    }
    return z.maximum(0)
  }
}
