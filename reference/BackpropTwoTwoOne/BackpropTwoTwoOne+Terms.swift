import Coursework
import Grading

extension BackpropTwoTwoOneReference {
  /// `z1 = W1·x0 + b1`; z2 is one number, of which there are too few to tell terms apart.
  static let terms: [TermSum] = [
    TermSum(
      "z1", of: "forward",
      [
        .init("W1·x0") { try $0.tensor("w1").matmul($0.tensor("x0")) },
        .init("b1") { try $0.tensor("b1") },
      ])
  ]
}
