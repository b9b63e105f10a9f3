import Assignments
import Coursework

/// One way to write `dropoutForward`, right or wrong, as a function of a question.
///
/// It answers two kinds of question. A plain one is answered as a submission would, with chance
/// from the question's generator. A conditioned one says which entries were kept: the answer then
/// follows without chance, and holds the habits of the masks as well (see ``MaskHabits``).
struct DropoutVariant: Sendable {
  /// Decides by chance which entries are kept: 1 for kept, 0 for dropped.
  typealias Keep =
    @Sendable (_ x: Tensor, _ p: Double, _ random: inout RandomState) -> Tensor
  /// Computes an output from what is known of a call.
  typealias Rule = @Sendable (Call) -> Tensor

  /// What is known of a call once chance has spoken.
  struct Call: Sendable {
    let x: Tensor
    let p: Double
    /// 1 for kept entries, 0 for dropped ones.
    let kept: Tensor
    /// What a submission multiplied each entry by; the same as `kept` in a plain question.
    let factors: Tensor
  }

  var keep: Keep = DropoutVariant.belowP
  var mask: Rule = { $0.kept / $0.p }
  /// The output in train mode; nil stands for x · mask.
  var out: Rule?
  /// The output in test mode.
  var test: Rule = { $0.x }
  var trainHabits = MaskHabits()
  var testHabits = MaskHabits()

  /// The answer of this variant.
  ///
  /// - Throws: `BadQuestion` when the question is none about `dropoutForward`.
  func answer(_ question: Question) throws -> Answer {
    let isTraining = try question.text("mode") == DropoutMode.train.rawValue
    let (x, p) = (try question.tensor("x"), try question.number("keepProbability"))
    if let kept = question.inputs["kept"]?.tensor, let factors = question.inputs["factors"]?.tensor
    {
      let call = Call(x: x, p: p, kept: kept, factors: factors)
      let habits = isTraining ? trainHabits : testHabits
      return outputs(call, isTraining).merging(habits.answer) { $1 }
    }
    var random = try question.randomState("random")
    let kept = keep(x, p, &random)
    return outputs(Call(x: x, p: p, kept: kept, factors: kept), isTraining)
      .merging(["random": .randomState(random)]) { $1 }
  }

  private func outputs(_ call: Call, _ isTraining: Bool) -> Answer {
    guard isTraining else {
      return ["out": .tensor(test(call)), "mask": .tensor(.ones(shape: call.x.shape))]
    }
    let mask = mask(call)
    return ["out": .tensor(out?(call) ?? call.x * mask), "mask": .tensor(mask)]
  }
}

// MARK: - Ways to keep

extension DropoutVariant {
  /// Kept where the drawn number is below p.
  static let belowP: Keep = { x, p, random in random.rand(shape: x.shape) .< p }

  /// Kept where the drawn number is p or above: with probability 1 − p.
  static let aboveP: Keep = { x, p, random in random.rand(shape: x.shape) .>= p }

  /// Every entry is kept.
  static let all: Keep = { x, _, _ in .ones(shape: x.shape) }
}
