// 52_binary_output: prints what terminals, logs and parsers obey, and answers right.
// Must be: passed
// Must not exist afterwards: a control character in any report

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    print("\u{0}\u{1B}[2J\u{1B}]0;owned\u{7}\n::error::owned\n##[error]owned\n]]>&\u{202E}")
    let bytes: [UInt8] = [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80]
    write(1, bytes, bytes.count)
    return z.maximum(0)
  }
}
