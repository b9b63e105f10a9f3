/// Whether one typed entry is right, as far as its digits go.
///
/// A unit is one step of the last digit: of the digit typed, or of the last one asked for where
/// more were typed. Rounding every step to d decimals moves a result by at most 1.4 units (measured
/// over the course's gradients), and no relative tolerance tells that from a wrong formula.
///
/// The right value is one number, or all those that the earlier values of a student allow.
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
  /// How far the typed value lies from the right ones, in units.
  package let distance: Double
  /// All numbers that would have been right with as many digits.
  package let accepted: Interval

  /// Farthest that an entry may lie from the truth, in units.
  package static let limit = 1.5

  /// Judges a typed number against the true value, which must be finite.
  package init(
    of typed: TypedNumber, against truth: Double, asked: AskedFigures = .standard
  ) {
    self.init(of: typed, against: Interval(constant: truth), asked: asked)
  }

  /// Judges a typed number against all right values, of which the nearest decides.
  package init(
    of typed: TypedNumber, against right: Interval, asked: AskedFigures = .standard
  ) {
    let nearest = right.nearest(to: typed.value)
    requiredDecimals = asked.decimals(for: nearest)
    let gap = (typed.value - nearest).magnitude
    // The right value itself carries round-off, and 0.3775 is not a Double.
    let roundOff = nearest == 0 ? 1e-12 : 1e-12 * min(1, nearest.magnitude)
    let askedUnit = PowerOfTen.value(-requiredDecimals)
    // 0.837 for 0.83704 is right to the digits asked for: only a zero was not written.
    let isComplete =
      typed.decimals >= requiredDecimals || gap <= Self.limit * askedUnit + roundOff
    // Of a number of 1 and more as many decimals count as of any other, where they were typed.
    let finest = min(askedUnit, PowerOfTen.value(-asked.decimals))
    unit =
      typed.decimals >= requiredDecimals
      ? max(typed.unit, finest) : isComplete ? askedUnit : max(typed.unit, askedUnit)
    distance = gap / unit
    accepted = Interval(right.lower - Self.limit * unit, right.upper + Self.limit * unit)
    if gap <= roundOff {
      verdict = .exact
    } else if !(gap <= Self.limit * unit + roundOff) {
      verdict = .wrong
    } else if !isComplete {
      verdict = .tooFewFigures
    } else {
      verdict = gap <= min(typed.unit, askedUnit) / 2 + roundOff ? .exact : .roundedEarly
    }
  }
}
