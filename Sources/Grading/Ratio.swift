/// An exact fraction: points and credit are never accumulated in floating point.
package struct Ratio: Sendable, Hashable {
  /// Carries the sign.
  package let numerator: Int
  /// Always positive, with no factor in common with the numerator.
  package let denominator: Int

  /// The fraction in lowest terms.
  ///
  /// - Precondition: the denominator is not 0.
  package init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "a ratio with denominator 0: \(numerator)/0")
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int(divisor)
    self.denominator = sign * denominator / Int(divisor)
  }

  /// Nothing: no points, no credit.
  package static let zero = Ratio(0)
  /// All of it: full credit.
  package static let one = Ratio(1)

  private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
    b == 0 ? max(a, 1) : greatestCommonDivisor(b, a % b)
  }
}

// MARK: - Arithmetic

extension Ratio {
  /// The exact sum.
  package static func + (a: Ratio, b: Ratio) -> Ratio {
    Ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// The exact product.
  package static func * (a: Ratio, b: Ratio) -> Ratio {
    Ratio(a.numerator * b.numerator, a.denominator * b.denominator)
  }

  /// - Precondition: `b` is not zero.
  package static func / (a: Ratio, b: Ratio) -> Ratio {
    Ratio(a.numerator * b.denominator, a.denominator * b.numerator)
  }
}

extension Sequence<Ratio> {
  /// The exact sum; zero of nothing.
  package func sum() -> Ratio { reduce(.zero, +) }
}

extension Ratio: Comparable {
  /// Whether one fraction is less than the other, exactly.
  package static func < (a: Ratio, b: Ratio) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  /// A whole number.
  package init(integerLiteral value: Int) { self.init(value) }
}

// MARK: - Text

extension Ratio {
  /// Rounded once, half up, to two decimals, as exports need it: `7.5` is "7.50".
  package var twoDecimals: String {
    let (doubled, divisor) = (200 * numerator + denominator, 2 * denominator)
    // Up means up below zero too, so that adding a whole number never changes the decimals.
    let rest = doubled % divisor
    let hundredths = doubled / divisor - (rest < 0 ? 1 : 0)
    let cents = hundredths.magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(hundredths.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

extension Ratio: CustomStringConvertible {
  /// As short as it is exact to two decimals: "7", "7.5"; else rounded to them: "3.33".
  package var description: String {
    var text = twoDecimals
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
