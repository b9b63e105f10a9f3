import Coursework
import Grading

extension Draw {
  /// A question of a check for each of the sizes.
  ///
  /// Other than in ``Check/agrees(_:judging:sizes:precision:tolerance:question:)`` none of them is
  /// made small for an example: for questions that whole numbers near 0 make no sense in.
  static func questions(
    of check: String, _ seed: Seed, sizes: [[Int]], _ question: (inout Draw, [Int]) -> Question
  ) -> [Question] {
    sizes.enumerated().map { variant, sizes in
      var draw = Draw(seed: seed, check: check, variant: variant)
      return question(&draw, sizes)
    }
  }
}
