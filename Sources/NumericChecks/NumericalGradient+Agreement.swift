import Tensors

extension NumericalGradient {
  /// What comes out when somebody's gradient is held against the numerical one.
  package enum Agreement: Sendable, Hashable {
    /// Every derivative agrees.
    case agrees
    /// These do not, as offsets in row-major order.
    case differs(at: [Int])
    /// The shape is not the point's.
    case wrongShape
    /// The numerical gradient proves nothing at these coordinates, hence nothing as a whole.
    case undecided(at: [Int])
  }

  /// Share of the largest derivative that a right gradient may be off by, beyond the errors.
  private static let limit = 1e-8

  /// Whether a gradient is this one: `|g − n| ≤ 10·error + 1e-8·max|n|` at every coordinate.
  ///
  /// NaN agrees with nothing.
  package func agreement(with gradient: Tensor) -> Agreement {
    guard gradient.shape == value.shape else { return .wrongShape }
    guard undecided.isEmpty else { return .undecided(at: undecided) }
    let largest = value.scalars.reduce(0) { max($0, abs($1)) }
    let offsets = (0..<value.count).filter { offset in
      let distance = abs(gradient.scalars[offset] - value.scalars[offset])
      return !(distance <= 10 * error.scalars[offset] + Self.limit * largest)
    }
    return offsets.isEmpty ? .agrees : .differs(at: offsets)
  }
}
