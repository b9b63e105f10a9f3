// 19_throws_custom: throws an error with a hostile description.
// Must be: threw
// Must not exist afterwards: a control character in any report

import Coursework

struct Trouble: Error, CustomStringConvertible {
  let description =
    "\u{1B}[2J\u{1B}]0;owned\u{7}\n::error::owned\n##[error]owned\n]]></failure>&\u{0}\u{202E}\u{2028}"
}

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    throw Trouble()
  }
}
