import Tensors

/// A tensor that was given beside the right one, the answer to one of several questions.
package struct TensorPair: Hashable, Sendable {
  /// What was given.
  package let got: Tensor
  /// What is right.
  package let right: Tensor

  /// Puts the two side by side; their shapes may differ.
  package init(got: Tensor, right: Tensor) {
    self.got = got
    self.right = right
  }

  /// Whether the right tensor is finite and not zero throughout, so that it tells a factor.
  var isTelling: Bool {
    right.scalars.allSatisfy(\.isFinite) && right.scalars.contains { $0 != 0 }
  }
}
