import Coursework
import Grading

/// One call of a submission's `dropoutForward`, and which entries it kept.
struct DropoutTrial: Sendable {
  let question: Question
  let got: Answer
  let x: Tensor
  /// p, the probability to keep.
  let keepProbability: Double
  /// 1 where `out` is not 0, else 0: the inputs hold no zeros, so these are the kept entries.
  let kept: Tensor
  /// How many entries are kept.
  let keptCount: Int
  /// `out / x`, what each entry was multiplied by.
  let factors: Tensor

  /// Nil when `out` has another shape than x, or an entry that is NaN or infinite: then nothing can
  /// be said of which entries were kept.
  ///
  /// - Throws: `BadQuestion` when the question is no question about dropout.
  init?(_ question: Question, _ got: Answer) throws {
    let x = try question.tensor("x")
    guard let out = got["out"]?.tensor, out.shape == x.shape,
      out.scalars.allSatisfy(\.isFinite)
    else { return nil }
    self.question = question
    self.got = got
    self.x = x
    keepProbability = try question.number("keepProbability")
    kept = out .!= 0
    keptCount = Int(kept.sum())
    factors = out / x
  }

  var count: Int { x.count }

  /// The question with what chance did in it, so that the right answer to it is a fact.
  ///
  /// Only the grader sees these inputs.
  var conditioned: Question {
    let chance: [String: Value] = ["kept": .tensor(kept), "factors": .tensor(factors)]
    return Question(question.name, question.inputs.merging(chance) { $1 })
  }
}

extension SinglePrecision {
  /// x, p, 1/p and their product are rounded once each.
  static func dropout(_ exchanges: [Exchange]) -> SinglePrecision {
    SinglePrecision(of: exchanges, roundings: 4)
  }
}
