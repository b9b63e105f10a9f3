/// Whether one typed entry is the true value, as far as its digits go.
///
/// A unit is one step of the last digit: of the digit typed, or of the last one asked for where
/// more were typed. Rounding every step to d decimals moves a result by at most 1.4 units (measured
/// over the course's gradients), and no relative tolerance tells that from a wrong formula.
package struct SlotJudgement: Sendable, Hashable {
  /// How one typed entry is judged.
  package enum Verdict: Sendable, Hashable {
    /// Within half a step of the last typed digit.
    case exact
    /// Within 1.5 units: right, but rounded on the way.
    case roundedEarly
    /// It fits, but so would too many wrong values: fewer digits than asked for.
    case tooFewFigures
    case wrong

    /// Whether it earns the marks.
    package var isRight: Bool { self == .exact || self == .roundedEarly }
  }

  /// What became of the entry.
  package let verdict: Verdict
  /// How many decimals the slot asks for.
  package let requiredDecimals: Int
  /// What one step of the deciding digit is worth.
  package let unit: Double
  /// How far the typed value lies from the true one, in units.
  package let distance: Double

  /// Digits after the point that every entry must have.
  package static let fewestDecimals = 4
  /// Significant figures that small numbers must have.
  package static let fewestFigures = 3
  /// Farthest that an entry may lie from the truth, in units.
  package static let limit = 1.5

  /// Judges a typed number against the true value, which must be finite.
  package init(of typed: TypedNumber, against truth: Double) {
    requiredDecimals = Self.requiredDecimals(for: truth)
    let gap = (typed.value - truth).magnitude
    // The true value itself carries round-off, and 0.3775 is not a Double.
    let roundOff = truth == 0 ? 1e-12 : 1e-12 * min(1, truth.magnitude)
    unit = max(typed.unit, PowerOfTen.value(-requiredDecimals))
    distance = gap / unit
    if gap <= roundOff {
      verdict = .exact
    } else if !(gap <= Self.limit * unit + roundOff) {
      verdict = .wrong
    } else if typed.decimals < requiredDecimals {
      verdict = .tooFewFigures
    } else {
      verdict = gap <= typed.unit / 2 + roundOff ? .exact : .roundedEarly
    }
  }

  /// How many decimals an entry must have: four, or as many as show three figures.
  package static func requiredDecimals(for truth: Double) -> Int {
    guard truth.isFinite, truth != 0 else { return fewestDecimals }
    return max(fewestDecimals, fewestFigures - 1 - PowerOfTen.place(ofFirstDigit: truth))
  }
}
