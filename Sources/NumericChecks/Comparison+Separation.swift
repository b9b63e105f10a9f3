import Tensors

extension Comparison {
  /// How far two tensors are apart as a whole: max |a − b| / max |b|.
  ///
  /// One number for a whole tensor, with which an answer is matched against known-wrong variants. 0 for
  /// equal tensors and for empty ones of one shape; infinity if the shapes differ, if any element is
  /// NaN or infinite, or if b is zero everywhere and a is not.
  package static func separation(_ a: Tensor, _ b: Tensor) -> Double {
    guard a.shape == b.shape else { return .infinity }
    var distance = 0.0
    var scale = 0.0
    for (left, right) in zip(a.scalars, b.scalars) {
      guard left.isFinite, right.isFinite else { return .infinity }
      distance = max(distance, abs(left - right))
      scale = max(scale, abs(right))
    }
    return distance == 0 ? 0 : distance / scale
  }
}
