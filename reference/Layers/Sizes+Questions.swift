import Coursework
import Grading

extension [[Int]] {
  /// A question for each entry, without small ones for examples to read.
  func questions(
    _ seed: Seed, _ check: String, _ question: (inout Draw, [Int]) -> Question
  ) -> [Question] {
    enumerated().map { variant, sizes in
      var draw = Draw(seed: seed, check: check, variant: variant)
      return question(&draw, sizes)
    }
  }
}
