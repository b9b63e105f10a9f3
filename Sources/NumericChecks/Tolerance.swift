import Tensors

/// How far from the reference a number may be, and how small a reference still counts as itself.
///
/// The error of an element s against its reference r is |s − r| / max(|r|, floor). Without a floor,
/// the rounding left over where a sum cancels would count as a large error of a tiny number.
package struct Tolerance: Hashable, Sendable {
  /// The largest error that agrees; with 0, nothing agrees but equal numbers.
  package let limit: Double
  /// The smallest denominator of an error.
  package let floor: Floor

  /// Pairs a limit with a floor; what is left out is as in ``standard``.
  ///
  /// Stops unless the limit is finite and at least 0: an infinite one would let even NaN pass.
  package init(limit: Double = 1e-9, floor: Floor = .fractionOfLargest(1e-3)) {
    guard limit.isFinite, limit >= 0 else { stop("Tolerance: \(limit) is no limit") }
    self.limit = limit
    self.floor = floor
  }

  /// The rule for work in `Double`: at most 1e-9, with a floor of 1e-3 of the largest magnitude.
  ///
  /// Right implementations differ by 1e-13 at most, and the wrong ones in the catalogue by 1e-6 or
  /// more: the limit is far from both.
  package static let standard = Tolerance()
}

// MARK: - Floor

extension Tolerance {
  /// The smallest denominator that an error is divided by.
  ///
  /// A floor that is negative, infinite or NaN counts as no floor, which is the strictest reading.
  package enum Floor: Hashable, Sendable {
    /// A fraction of the largest finite magnitude in the reference tensor.
    case fractionOfLargest(Double)
    /// One number for all elements.
    case absolute(Double)
    /// A number for each element, in the reference's shape, such as the formula's rounding bound.
    case elementwise(Tensor)
  }
}
