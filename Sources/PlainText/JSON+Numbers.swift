// MARK: - Writing numbers

extension JSON {
  /// A number in decimal digits.
  package static func integer(_ value: some BinaryInteger) -> JSON {
    .number(String(value))
  }

  /// A number in the fewest digits that read back as the same bits.
  ///
  /// JSON has no word for what is not finite: those become the strings `"NaN"`, `"Infinity"` and
  /// `"-Infinity"`, which ``doubleValue`` reads back. A NaN's payload is lost.
  package static func double(_ value: Double) -> JSON {
    if value.isNaN { return .string("NaN") }
    if value.isInfinite { return .string(value < 0 ? "-Infinity" : "Infinity") }
    return .number(value.description)
  }
}

// MARK: - Reading numbers

extension JSON {
  /// The number nearest to the typed one, or nil when this is no number or is beyond `Double`.
  ///
  /// Also reads the three strings that ``double(_:)`` writes for NaN and the infinities. A number too
  /// small for `Double` is zero.
  package var doubleValue: Double? {
    switch self {
    case .number(let text):
      guard let value = Double(text) else { return nil }
      // JSON5 has words for what is not finite; digits beyond `Double` are no infinity.
      let isWord = text.hasSuffix("Infinity") || text.hasSuffix("NaN")
      return value.isFinite || isWord ? value : nil
    case .string("NaN"): return .nan
    case .string("Infinity"): return .infinity
    case .string("-Infinity"): return -.infinity
    default: return nil
    }
  }

  /// The typed number exactly, or nil when this is no number, has a fraction or is beyond `Int`.
  ///
  /// What counts is the value, not the form: `1.0`, `1e2` and `-0` are whole numbers, `0.5` is not.
  package var intValue: Int? {
    guard case .number(let text) = self else { return nil }
    let digits = text.drop { $0 == "+" || $0 == "-" }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return Int((text.hasPrefix("-") ? "-" : "") + digits.dropFirst(2), radix: 16)
    }
    return DecimalNumber(String(text.drop { $0 == "+" }))?.integer
  }
}

/// A typed number as (−)digits × 10^exponent, without zeros at either end of the digits.
private struct DecimalNumber {
  var isNegative: Bool
  var digits: Substring
  var exponent: Int

  /// Takes a JSON number apart; nil when its exponent is too far out for any number but zero.
  init?(_ text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    guard let mantissa = parts.first else { return nil }
    isNegative = mantissa.hasPrefix("-")
    let sides = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = sides.count == 2 ? sides[1] : ""
    let all = ((sides.first ?? "") + fraction).drop { $0 == "0" }
    digits = Substring(all)
    exponent = 0
    guard !digits.isEmpty else { return }
    // Beyond this bound no number of digits that fits in memory could bring the value back.
    guard let typed = parts.count == 2 ? Int(parts[1]) : 0, typed.magnitude < 1 << 62 else {
      return nil
    }
    exponent = typed - fraction.count
    while digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
  }

  /// The value, when it has no fraction and fits.
  var integer: Int? {
    guard !digits.isEmpty else { return 0 }
    // Int has at most 19 decimal digits; the test also keeps the repetition below short.
    guard exponent >= 0, exponent < 19 else { return nil }
    return Int((isNegative ? "-" : "") + digits + String(repeating: "0", count: exponent))
  }
}
