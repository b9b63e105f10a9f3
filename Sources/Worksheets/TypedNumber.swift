/// A number exactly as somebody typed it: its digits say how precisely it was meant.
///
/// Read are `12`, `-0.5`, `.5`, `6.7e-4`, `6.7E-4`, `6.7×10^-4` and `6.7·10⁻⁴`, and `1/2`, which is
/// exact. A minus may be any dash. Nothing else is: no words, no hexadecimal digits.
package struct TypedNumber: Sendable, Hashable {
  /// The characters as typed, without spaces around them.
  package let text: String
  /// The nearest `Double`; always finite.
  package let value: Double
  /// Places after the decimal point of the last digit, the power of ten considered.
  ///
  /// 2 for `0.50`, 5 for `6.7e-4`, 0 for `12`, -3 for `1e3`; no number is too many for a fraction.
  package let decimals: Int
  /// How many digits were written from the first that is not zero; 0 for a zero.
  package let significantFigures: Int

  /// What one step of the last digit is worth: 10 to the power of `-decimals`, rounded once.
  ///
  /// 0 for a fraction, which is exact.
  package var unit: Double { decimals == .max ? 0 : PowerOfTen.value(-decimals) }

  /// Reads a typed number.
  ///
  /// - Throws: ``UnreadableEntry`` with a plain reason for everything that is not one.
  package init(
    parsing text: some StringProtocol, decimal: DecimalSign = .point
  ) throws(UnreadableEntry) {
    var scanner = NumberScanner(text, decimal: decimal)
    let scan = try scanner.number()
    self.text = scanner.text
    if let quotient = scan.quotient {
      value = quotient
      decimals = .max
      significantFigures = .max
      return
    }
    let exponent = scan.exponent
    let last = exponent - scan.fraction.count
    guard abs(exponent) <= Self.largestExponent, abs(last) <= Self.largestExponent,
      let value = Double("\(scan.sign)0\(scan.whole).\(scan.fraction)0e\(exponent)"),
      value.isFinite
    else {
      throw UnreadableEntry("'\(scanner.shown)' is too large or too small to be meant")
    }
    self.value = value
    decimals = -last
    significantFigures = (scan.whole + scan.fraction).drop { $0 == "0" }.count
  }

  private init(text: String, value: Double) {
    self.text = text
    self.value = value
    decimals = .max
    significantFigures = .max
  }

  /// The same number, of which no digit was left out.
  package var exact: TypedNumber { TypedNumber(text: text, value: value) }

  /// Beyond these powers of ten a typed number is a slip of the keyboard.
  private static let largestExponent = 300
}

extension NumberScanner.Number {
  /// The value of a fraction, rounded once; `nil` where it is none.
  fileprivate var quotient: Double? {
    guard let denominator, let above = Double(sign + whole), let below = Double(denominator) else {
      return nil
    }
    return above / below
  }
}

/// Why something typed cannot be read: one plain sentence, without a full stop.
package struct UnreadableEntry: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  package let reason: String

  /// Something that cannot be read, and why.
  package init(_ reason: String) { self.reason = reason }

  /// The sentence.
  package var description: String { reason }
}

/// Powers of ten without the drift of repeated multiplication.
package enum PowerOfTen {
  /// The `Double` nearest to 10 to the power of `exponent`; 0 or infinity beyond its range.
  package static func value(_ exponent: Int) -> Double {
    // Reading decimal digits is rounded correctly; `pow` need not be.
    Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
  }

  /// The place of the first digit, `floor(log10(|x|))`, exact; 0 for zero, NaN and infinity.
  package static func place(ofFirstDigit x: Double) -> Int {
    guard x.isFinite, x != 0 else { return 0 }
    var place = Int((Double(x.magnitude.exponent) * 0.30103).rounded(.down))
    while value(place + 1) <= x.magnitude { place += 1 }
    while value(place) > x.magnitude { place -= 1 }
    return place
  }
}
