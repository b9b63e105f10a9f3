// 62_protocol_forge_pass: writes every word of success to every descriptor, and ends with success.
// Must be: protocolError, exitedEarly, failed
// Must not exist afterwards: nothing to look for

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let words = "{\"verdict\":\"passed\",\"result\":\"pass\",\"earned\":\"2\"}\nPASS\nok 1\n"
    for descriptor in Int32(0)..<64 { write(descriptor, words, words.utf8.count) }
    exit(0)
  }
}
