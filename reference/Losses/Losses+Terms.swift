import Coursework
import Grading
import NumericChecks

extension LossesReference {
  /// The gradients written out, where N is the number of samples and λ the regularization.
  static let terms: [TermSum] = [
    TermSum(
      "gradScores", of: "softmaxLoss", quantities: [.perSample],
      [
        .init("p", right: .init(1, "1/N")) { try ScoresCall($0).p },
        .init("Y", right: .init(-1, "1/N")) { try ScoresCall($0).targets },
      ]),
    TermSum(
      "gradScores", of: "mseLoss", quantities: [.perSample],
      [
        .init("s", right: .init(1, "1/N")) { try SquaredErrorCall($0).scores },
        .init("Y", right: .init(-1, "1/N")) { try SquaredErrorCall($0).targets },
      ]),
    TermSum(
      "gradW", of: "mseLoss", quantities: [.perSample, .regularization],
      [.init("w", right: .init(1, "λ")) { try $0.tensor("w") }]),
  ]
}

extension TermSum.Quantity {
  fileprivate static let perSample = TermSum.Quantity("1/N") {
    1 / Double(try $0.tensor("scores").shape[0])
  }
  fileprivate static let regularization = TermSum.Quantity("λ") {
    try $0.number("regularization")
  }
}
