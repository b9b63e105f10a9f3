import Assignments
import Coursework
import Grading

extension InvertedDropoutReference {
  /// What goes wrong in `dropoutBackward`.
  ///
  /// To infer the mask from the zeros of gradOut is the same numbers as DB3, since a zero stays a
  /// zero.
  static let backwardMisconceptions: [Misconception] = [
    backward(
      "DB3", "you divide gradOut by p everywhere and do not use the mask",
      why: "a dropped entry had no part in the loss, so its gradX is 0: multiply by the mask",
      train: { $0.gradOut / $0.p }),
    backward(
      "DB4", "in train mode you return gradOut as it is",
      why: "out was x · mask, so gradX is gradOut · mask; only test mode passes gradOut on",
      train: { $0.gradOut }),
    backward(
      "DB8", "your gradX is 0 where the mask keeps and not 0 where it drops",
      why: "gradX is gradOut · mask: zero where the mask is zero",
      train: { $0.gradOut * (1 - $0.kept) / $0.p }),
    backward(
      "DB1", "your gradX drops other entries than the mask that you are given",
      why: "the backward pass goes through the very mask of the forward pass; it draws nothing "
        + "itself",
      train: { $0.gradOut * $0.chosen / $0.p }),
    backward(
      "DB2", "you keep the right entries of gradOut but do not divide them by p",
      why: "out was x · mask with 1/p in the mask, and the same 1/p is in the gradient",
      train: { $0.gradOut * $0.kept }),
    backward(
      "DB6", "you multiply by the mask and then divide by p once more",
      why: "the mask already holds 1/p",
      train: { $0.gradOut * $0.mask / $0.p }),
    backward(
      "DB9", "you divide the entries that the mask keeps by 1 − p",
      why:
        "p is the probability to keep and the forward pass divided by it: gradX is gradOut · mask",
      train: { $0.gradOut * $0.kept / (1 - $0.p) }),
    backward(
      "DB10", "you multiply the entries that the mask keeps by p; they must be divided by p",
      why: "the forward pass multiplied by 1/p, and the gradient gets the same factor",
      train: { $0.gradOut * $0.kept * $0.p }),
    backward(
      "DB12", "you return the mask; gradOut is missing",
      why: "the mask is the derivative of out by x; the chain rule multiplies gradOut by it",
      train: { $0.mask }),
    backward(
      "DB11", "you multiply by the mask in test mode too",
      why: "in test mode out was x itself, so gradX is gradOut, whatever the mask holds",
      where: "dropoutBackward, test mode", test: { $0.gradOut * $0.mask }),
    backward(
      "DB13", "you multiply gradOut by p in test mode",
      why: "in test mode out was x itself, so gradX is gradOut",
      where: "dropoutBackward, test mode", test: { $0.gradOut * $0.p }),
    backward(
      "DB14", "you divide gradOut by p in test mode",
      why: "in test mode out was x itself, so gradX is gradOut",
      where: "dropoutBackward, test mode", test: { $0.gradOut / $0.p }),
  ]

  /// Mistakes that need the output of the forward pass, which `dropoutBackward` is not given: code
  /// can make them only by remembering it.
  static let rememberingMisconceptions: [Misconception] = [
    backward(
      "DB5", "you take for dropped what is 0 in out; where x itself is 0 that is wrong",
      why: "an entry that is kept has its gradient even if x is 0 there: use the mask",
      train: { $0.gradOut * (($0.out ?? Tensor(0)) .!= 0) / $0.p }),
    backward(
      "DB7", "you multiply gradOut by out; multiply it by the mask",
      why: "the derivative of x · mask by x is the mask",
      train: { $0.gradOut * ($0.out ?? Tensor(0)) }),
  ]

  /// What is known of one call.
  private struct Call: Sendable {
    let gradOut: Tensor
    let mask: Tensor
    let p: Double
    /// 1 where the mask keeps, else 0.
    let kept: Tensor
    /// 1 where the submission's gradX is not 0, else 0; drawn anew in a plain question.
    let chosen: Tensor
    /// What the forward pass gave just before, where the question says so.
    let out: Tensor?

    init(_ question: Question) throws {
      gradOut = try question.tensor("gradOut")
      mask = try question.tensor("mask")
      p = try question.number("keepProbability")
      kept = mask .!= 0
      var random = RandomState(seed: 271_828)
      chosen = question.inputs["kept"]?.tensor ?? (random.rand(shape: mask.shape) .< p)
      out = question.inputs["out"]?.tensor
    }
  }

  private static func backward(
    _ id: String, _ looksLike: String, why: String,
    where place: String = "dropoutBackward, train mode",
    train: @escaping @Sendable (Call) -> Tensor = { $0.gradOut * $0.mask },
    test: @escaping @Sendable (Call) -> Tensor = { $0.gradOut }
  ) -> Misconception {
    Misconception(
      id, of: "dropoutBackward", looksLike: looksLike, why: why, where: place
    ) { question in
      let isTraining = try question.text("mode") == DropoutMode.train.rawValue
      let call = try Call(question)
      return ["gradX": .tensor(isTraining ? train(call) : test(call))]
    }
  }
}
