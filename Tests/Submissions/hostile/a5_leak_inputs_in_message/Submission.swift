// a5_leak_inputs_in_message: puts the hidden inputs into the words of its crash.
// Must be: crashed
// Must not exist afterwards: a hidden input in the student's report

import Coursework

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    fatalError("hidden: \(z.scalars)")
  }
}
