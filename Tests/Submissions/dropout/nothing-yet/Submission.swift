import Coursework

struct Submission: InvertedDropout {
  /// x, out and mask are all (N, D), and p is `keepProbability`.
  ///
  /// Train: each mask[i, j] is 1/p with probability p, else 0; out = x · mask, entry by entry.
  /// Test: mask is 1 everywhere; out = x.
  func dropoutForward(
    x: Tensor, keepProbability: Double, mode: DropoutMode, random: inout RandomState
  ) throws -> (out: Tensor, mask: Tensor) {
    throw NotImplemented()
  }

  /// gradOut, mask and gradX are all (N, D).
  ///
  /// Train: gradX = gradOut · mask, entry by entry. Test: gradX = gradOut.
  func dropoutBackward(
    gradOut: Tensor, mask: Tensor, keepProbability: Double, mode: DropoutMode
  ) throws -> Tensor {
    throw NotImplemented()
  }
}
