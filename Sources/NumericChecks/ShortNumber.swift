/// A number as a worked line shows it: `−1`, `0.375`, `1.2e7`, in four significant digits at most.
///
/// Whole numbers below a million stand in full, without a point. The minus is the typographic one.
package struct ShortNumber: Hashable, Sendable {
  /// The digits, or `NaN`, `infinity` and `−infinity`.
  package let text: String
  /// Whether the text is the number itself and not a rounded one.
  package let isExact: Bool

  /// Writes a number down; -0 as 0.
  package init(_ value: Double) {
    guard value.isFinite else {
      text = value.isNaN ? "NaN" : value < 0 ? "−infinity" : "infinity"
      isExact = true
      return
    }
    let size: String
    if value.rounded() == value, abs(value) < 1e6 {
      size = "\(Int(abs(value)))"
      isExact = true
    } else {
      let digits = Platform.fourDigits(abs(value))
      size = Self.withShortExponent(digits)
      isExact = Double(digits) == abs(value)
    }
    text = value < 0 ? "−" + size : size
  }

  /// `1.2e7` for C's `1.2e+07`.
  private static func withShortExponent(_ digits: String) -> String {
    guard let mark = digits.firstIndex(of: "e"),
      let exponent = Int(digits[digits.index(after: mark)...])
    else { return digits }
    return "\(digits[..<mark])e\(exponent < 0 ? "−" : "")\(exponent.magnitude)"
  }
}
