// b0_syntax_error: does not parse.
// Must be: compileError
// Must not exist afterwards: nothing to look for

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor -> Tensor { z.maximum(0)
