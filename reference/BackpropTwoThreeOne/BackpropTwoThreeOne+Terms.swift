import Coursework
import Grading
import Tensors

extension BackpropTwoThreeOneReference {
  /// `z1 = x·W1ᵀ + b1` and `z2 = h·W2 + b2`, where h is the right one.
  static let terms: [TermSum] = [
    TermSum(
      "z1", of: "forwardPropagation",
      [
        .init("x·W1ᵀ") { try $0.tensor("x").matmul($0.tensor("w1").transposed()) },
        .init("b1") { try Tensor.zeros($0.tensor("x").shape[0], 3) + $0.tensor("b1") },
      ]),
    TermSum(
      "z2", of: "forwardPropagation",
      [
        .init("h·W2") { question in
          let w2 = try question.tensor("w2")
          return try forward(
            x: question.tensor("x"), w1: question.tensor("w1"), b1: question.tensor("b1"), w2: w2,
            b2: question.tensor("b2")
          ).h.matmul(w2)
        },
        .init("b2") { try Tensor.zeros($0.tensor("x").shape[0]) + $0.number("b2") },
      ]),
  ]
}
