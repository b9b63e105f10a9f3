import Assignments
import Coursework

/// The reference solution of `dropout`.
package struct InvertedDropoutReference: InvertedDropout {
  /// A solution; it keeps no state.
  package init() {}

  /// In train mode `out = x · mask`, where the mask is 1/p with probability p; in test mode x.
  package func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) -> (out: Tensor, mask: Tensor) {
    switch mode {
    case .train:
      let mask = Dropout.mask(shape: x.shape, keepProbability: keepProbability, random: &random)
      return (out: Dropout.forward(x, mask: mask), mask: mask)
    case .test:
      return (out: x, mask: .ones(shape: x.shape))
    }
  }

  /// In train mode `gradX = gradOut · mask`; in test mode gradOut.
  package func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) -> Tensor {
    switch mode {
    case .train: Dropout.backward(gradOut: gradOut, mask: mask)
    case .test: gradOut
    }
  }
}

extension InvertedDropoutReference {
  /// Answers as a submission does, and also questions that say which entries chance has kept.
  ///
  /// - Throws: `BadQuestion` for a name that is not in the contract.
  static func solution(_ question: Question) throws -> Answer {
    question.name == "dropoutForward" && question.inputs["kept"] != nil
      ? try DropoutVariant().answer(question) : try InvertedDropoutReference().answer(question)
  }
}
