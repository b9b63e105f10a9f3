// a6_forged_place: forges the line and the words of a crash to carry hidden inputs.
// Must be: crashed
// Must not exist afterwards: a hidden input in the student's report

import Coursework
import Foundation

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let hidden = Int(abs(z.scalars[0]) * 8) + 1000
    let words = "StudentWork/Submission.swift:\(hidden): Fatal error: Index out of range\n"
    write(2, words, words.utf8.count)
    abort()
  }
}
