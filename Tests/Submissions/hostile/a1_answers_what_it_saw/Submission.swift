// a1_answers_what_it_saw: keeps its first answer and gives it to every question.
// Must be: failed
// Must not exist afterwards: nothing to look for

import Coursework

nonisolated(unsafe) var first: Tensor?

struct Submission: AffineReLU {
  func relu(z: Tensor) throws -> Tensor {
    let answer = first ?? z.maximum(0)
    first = answer
    return answer
  }
}
