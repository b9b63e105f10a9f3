import Foundation
import Grading

extension Evidence {
  /// "12 of 36 numbers wrong, relative error 0.75, limit 1e-9"; nothing where nothing was compared.
  var words: String {
    guard count > 0 else { return "" }
    var words: [String] = []
    if mismatched > 0 { words.append("\(mismatched) of \(count) numbers wrong") }
    // An infinite error only says that the shapes or NaNs differ, which the problem says better.
    if worstError.isFinite {
      switch unit {
      case .relative:
        words.append("relative error \(shortError), limit \(Self.short(limit))")
      case .lastDigit where mismatched == 0:
        words.append(
          worstError < 0.01
            ? "exact to the last digit"
            : "within \(Self.short(worstError)) units of the last digit")
      // How far a wrong typed number is off would give the right one away.
      case .lastDigit: break
      }
    }
    return words.joined(separator: ", ")
  }

  /// The error in two digits, or in as many as tell it from a limit that it exceeds.
  private var shortError: String {
    let texts = (2...17).lazy.map { Self.short(worstError, digits: $0) }
    return texts.first { worstError <= limit || $0 != Self.short(limit) } ?? "\(worstError)"
  }

  /// A number in that many significant digits, as short as that goes: `0.75`, `1e-9`.
  static func short(_ value: Double, digits: Int = 2) -> String {
    let text = String(format: "%.\(digits)g", value)
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[mark...].dropFirst()) else {
      return text
    }
    return "\(text[..<mark])e\(exponent)"
  }
}

extension Evidence.Mismatch {
  /// "gradB[0, 2] is 1.25; expected 5.0", without the latter once it is redacted.
  func words(of output: String) -> String {
    let place = index.isEmpty ? output : "\(output)\(index)"
    return "\(place) is \(got)" + (expected.map { "; expected \($0)" } ?? "")
  }
}
