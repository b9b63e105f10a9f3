/// A text page as it grows, at most 100 columns wide where its words allow it.
struct Page: Sendable {
  /// Widest line.
  static let width = 100
  /// A paragraph behind a wide label is given so many columns at least.
  private static let narrowest = 20

  let style: Style
  private var lines: [String] = []

  init(style: Style) { self.style = style }

  /// Words on one line that look alike.
  struct Span: Sendable, ExpressibleByStringInterpolation {
    let text: String
    let ink: Ink?

    init(_ text: String, _ ink: Ink? = nil) {
      self.text = text
      self.ink = ink
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  /// All lines, each with its line break.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a line.
  mutating func add(_ spans: Span...) {
    lines.append(painted(spans))
  }

  /// Adds an empty line, unless the page begins or one stands there already.
  mutating func addGap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Adds a paragraph behind a label; its further lines stand below its first word.
  mutating func add(paragraph: String, behind label: Span...) {
    let indent = label.map(\.text.columns).reduce(0, +)
    let wrapped = paragraph.wrapped(at: max(Self.narrowest, Self.width - indent))
    for (index, line) in wrapped.enumerated() {
      let front = index == 0 ? painted(label) : String(repeating: " ", count: indent)
      lines.append((front + line).withoutTrailingSpaces)
    }
  }

  private func painted(_ spans: [Span]) -> String {
    spans.map { span in span.ink.map { style.paint(span.text, $0) } ?? span.text }.joined()
  }
}
