import Coursework
import Grading

/// A small number that keeps a logarithm of probabilities from 0.
///
/// Nearly right everywhere, and common: in whatever form it is worth all points.
struct LogarithmGuard: Sendable {
  /// What is taken the logarithm of, such as "p + 1e-8".
  let argument: String
  let guarded: @Sendable (Tensor) -> Tensor

  /// Those in use: powers of ten, and the smallest step from 1.
  static let all = smallNumbers.flatMap { text, small in
    [
      LogarithmGuard(argument: "p + \(text)") { $0 + small },
      LogarithmGuard(argument: "max(p, \(text))") { $0.maximum(small) },
    ]
  }

  private static let smallNumbers =
    (5...24).map { digits in
      ("1e-\(digits)", (0..<digits).reduce(1.0) { number, _ in number / 10 })
    } + [("2.2e-16", Double.ulpOfOne)]

  /// −1/N · Σ log p_iy, of scores and labels as numbers.
  func crossEntropy(scores: Tensor, labels: Tensor) -> Double {
    let p = ScoresCall.logs(scores, axis: 1).exp()
    let targets = OneHot.rows(labels, classes: scores.shape[1])
    return -guarded((p * targets).sum(axis: 1)).log().mean()
  }
}

extension WrongVariants {
  /// Losses whose logarithm has a guard; `changes` has the cross-entropy of scores and labels.
  func guardedLogarithms(
    changes:
      @escaping @Sendable (
        _ given: Given, _ crossEntropy: (_ scores: Tensor, _ labels: Tensor) -> Double
      ) throws -> [String: Tensor]
  ) -> [Misconception] {
    LogarithmGuard.all.map { habit in
      form(
        "S12",
        "you take log(\(habit.argument)), so that your loss is too small where p is nearly 0",
        why: "log p needs no guard when it is computed as s − max − log Σ exp(s − max)",
        where: "the line that computes the loss"
      ) { try changes($0, habit.crossEntropy) }
    }
  }
}
