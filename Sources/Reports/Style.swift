/// How a text is to look on the way out; the words are the same in every style.
package struct Style: Sendable, Hashable {
  /// Whether to colour words by the escape sequences of terminals.
  package let color: Bool

  /// A style with or without colour.
  package init(color: Bool) { self.color = color }

  /// Words alone, as files want them.
  package static let plain = Style(color: false)

  /// Wraps a text that stands on one line in the ink's escape sequence, where there is colour.
  func paint(_ text: String, _ ink: Ink) -> String {
    color && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The few ways in which a word may stand out; the value is the terminal's parameter.
enum Ink: Int, Sendable {
  case bold = 1
  case faint = 2
  case red = 31
  case green = 32
  case yellow = 33
}
