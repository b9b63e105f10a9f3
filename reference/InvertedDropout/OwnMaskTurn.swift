import Coursework
import Grading
import NumericChecks

/// One forward pass of a submission, and its backward pass with the mask that it made itself.
///
/// A submission whose mask is not that of the handout, say zeros and ones, and whose backward pass
/// goes with its own mask, differentiates rightly: the mask has cost its points in the forward
/// pass, and costs none here.
struct OwnMaskTurn: Sendable {
  private let x: Tensor
  private let out: Tensor
  private let mask: Tensor
  private let gradOut: Tensor
  private let gradX: Tensor
  /// The backward question with the submission's mask, and with its `out` for the grader's eyes.
  private let question: Question

  /// Asks both passes; nil where the forward pass gives nothing to go on.
  ///
  /// A forward pass that does not drop (it returns x, say) is none: its derivative would be no
  /// work.
  init?(of student: any Respondent, _ forward: Question, _ backward: Question) throws {
    guard case .answer(let made, _, _) = try student.reply(to: forward) else { return nil }
    x = try forward.tensor("x")
    gradOut = try backward.tensor("gradOut")
    guard let out = made["out"]?.tensor, let mask = made["mask"]?.tensor,
      out.shape == x.shape, mask.shape == x.shape,
      (out.scalars + mask.scalars).allSatisfy(\.isFinite)
    else { return nil }
    let asked = Question(
      backward.name, backward.inputs.merging(["mask": .tensor(mask)]) { $1 })
    guard case .answer(let answer, _, _) = try student.reply(to: asked),
      let gradX = answer["gradX"]?.tensor, gradX.shape == x.shape
    else { return nil }
    self.out = out
    self.mask = mask
    self.gradX = gradX
    question = Question(asked.name, asked.inputs.merging(["out": .tensor(out)]) { $1 })
    let kept = Set(visible.map { out.scalars[$0] != 0 })
    guard kept.count == 2 else { return nil }
  }

  /// Whether gradX is gradOut · mask, or gradOut times what the forward pass multiplied x by.
  var isRight: Bool {
    [gradOut * mask, slope.map { gradOut * $0 }].contains { expected in
      expected.map { Comparison(of: gradX, with: $0).agrees } ?? false
    }
  }

  /// The exchange by which a mistake may be recognised that needs the forward pass.
  var exchange: Exchange {
    Exchange(
      question: question, expected: ["gradX": .tensor(gradOut * mask)],
      got: ["gradX": .tensor(gradX)])
  }

  // MARK: - What the forward pass did

  /// The entries at which x is not 0, so that out shows whether they were kept.
  private var visible: [Int] { x.scalars.indices.filter { x.scalars[$0] != 0 } }

  /// The derivative of out by x, entry by entry; nil unless all kept entries have one factor.
  private var slope: Tensor? {
    let factors = visible.map { out.scalars[$0] / x.scalars[$0] }
    guard let factor = factors.first(where: { $0 != 0 }),
      factors.allSatisfy({ $0 == 0 || abs($0 - factor) <= Recognition.match * abs(factor) })
    else { return nil }
    let maskTells = visible.allSatisfy { (out.scalars[$0] == 0) == (mask.scalars[$0] == 0) }
    let slopes = x.scalars.indices.map { index in
      if x.scalars[index] != 0 { return out.scalars[index] / x.scalars[index] }
      if maskTells { return mask.scalars[index] == 0 ? 0 : factor }
      // Where x is 0 and the mask is written in some other way, either may be meant.
      return gradX.scalars[index] == 0 ? 0 : factor
    }
    return Tensor(shape: x.shape, scalars: slopes)
  }
}
