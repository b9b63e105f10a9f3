// Columns of a terminal: East Asian wide characters take two, marks on a letter none.

extension Character {
  /// How many columns of a terminal this takes.
  var columns: Int {
    unicodeScalars.map(\.columns).max() ?? 0
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
      0xa000...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
      0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}

extension String {
  /// How many columns of a terminal the text takes.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text with spaces behind it up to that many columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// The text with spaces in front of it up to that many columns.
  func rightAligned(in width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns)) + self
  }

  /// The text, or as much of it as leaves room for "…" within that many columns.
  func cut(to width: Int) -> String {
    guard columns > width else { return self }
    return prefix(columns: width - 1) + "…"
  }

  /// The text with spaces for line breaks.
  var onOneLine: String { split(separator: "\n").joined(separator: " ") }

  /// The text without the spaces at its end.
  var withoutTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The longest beginning that fits within that many columns.
  private func prefix(columns width: Int) -> String {
    var taken = 0
    return String(
      prefix { character in
        taken += character.columns
        return taken <= width
      })
  }

  /// The text in lines of at most that many columns, broken at spaces and at line breaks.
  ///
  /// A word that is too long for a line is broken where the line ends. The empty text is one empty
  /// line.
  ///
  /// - Precondition: `width` is at least 2, so that every character fits.
  func wrapped(at width: Int) -> [String] {
    precondition(width >= 2, "no text fits in \(width) columns")
    return split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ") {
        var word = String(word)
        if !current.isEmpty, current.columns + 1 + word.columns <= width {
          current += " " + word
          continue
        }
        if !current.isEmpty { lines.append(current) }
        while word.columns > width {
          let head = word.prefix(columns: width)
          lines.append(head)
          word.removeFirst(head.count)
        }
        current = word
      }
      return lines + [current]
    }
  }
}
