/// The floating-point format that somebody calculates in.
package enum Precision: Hashable, Sendable, CaseIterable {
  /// `Double`, with 53 bits: about 16 digits.
  case double
  /// `Float`, with 24 bits: about 7 digits.
  case single

  /// The largest relative error of one rounding, u: half the distance from 1 to the next number.
  package var unitRoundoff: Double {
    switch self {
    case .double: 0x1p-53
    case .single: 0x1p-24
    }
  }

  /// The largest error that agrees, far above what rounding does and far below what a mistake does.
  package var limit: Double {
    switch self {
    case .double: 1e-9
    case .single: 1e-4
    }
  }

  /// The number as this format holds it, to nearest.
  package func rounded(_ number: Double) -> Double {
    switch self {
    case .double: number
    case .single: Double(Float(number))
    }
  }

  /// The worst relative error of so many roundings in a row: `γ = K·u / (1 − K·u)`.
  ///
  /// Infinite where nothing of the number is left, which in `Float` takes 16 million roundings.
  package func gamma(_ roundings: Int) -> Double {
    let error = Double(roundings) * unitRoundoff
    return error < 1 ? error / (1 - error) : .infinity
  }

  /// The coarser of two: what comes out when one is calculated with the other.
  static func coarser(_ a: Precision, _ b: Precision) -> Precision {
    a == .single ? a : b
  }
}
