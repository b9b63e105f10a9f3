import Coursework
import Grading
import Tensors

extension AffineReLUReference {
  /// `y = x·w + b`; what comes out of a ReLU is no sum, and gradients have one term alone.
  static let terms: [TermSum] = [
    TermSum(
      "y", of: "affine",
      quantities: [
        .init("N") { Double(try $0.tensor("x").shape[0]) },
        .init("1/N") { 1 / Double(try $0.tensor("x").shape[0]) },
      ],
      [
        .init("x·w") { try $0.tensor("x").matmul($0.tensor("w")) },
        .init("b") { question in
          let samples = try question.tensor("x").shape[0]
          return try Tensor.zeros(samples, question.tensor("w").shape[1]) + question.tensor("b")
        },
      ])
  ]
}
