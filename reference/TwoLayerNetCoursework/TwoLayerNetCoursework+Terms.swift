import Coursework
import Grading
import NumericChecks

extension TwoLayerNetCourseworkReference {
  /// The gradients by weights: what comes through the scores, and the penalty's.
  static let terms =
    terms(of: "softmaxNetLoss", as: .softmax)
    + terms(of: "mseNetLoss", as: .squaredError)

  private static func terms(of question: String, as kind: NetCall.Kind) -> [TermSum] {
    let data = "the gradient of the summed error"
    return [
      TermSum(
        "gradW1", of: question, quantities: [.perSample, .regularization],
        [
          .init(data, right: .init(1, "1/N")) {
            let call = try NetCall($0, as: kind)
            return call.turned(call.x.transposed().matmul(call.gradZ * call.samples))
          },
          .init("w1", right: .init(1, "λ")) { try $0.tensor("w1") },
        ]),
      TermSum(
        "gradW2", of: question, quantities: [.perSample, .regularization],
        [
          .init(data, right: .init(1, "1/N")) {
            let call = try NetCall($0, as: kind)
            return call.turned(call.h.transposed().matmul(call.gradScores * call.samples))
          },
          .init("w2", right: .init(1, "λ")) { try $0.tensor("w2") },
        ]),
    ]
  }
}

extension TermSum.Quantity {
  fileprivate static let perSample = TermSum.Quantity("1/N") {
    1 / Double(try $0.tensor("x").shape[0])
  }
  fileprivate static let regularization = TermSum.Quantity("λ") {
    try $0.number("regularization")
  }
}
