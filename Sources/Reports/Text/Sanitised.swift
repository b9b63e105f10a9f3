/// Text from a submission, made harmless: the one gate through which such text enters a report.
///
/// - Control characters, line and paragraph separators, whatever reorders text, byte order marks
///   and noncharacters become visible escapes such as `\u{1B}`. A line break stays one in ``text``
///   and becomes an escape in ``line``; `\r\n` counts as one line break.
/// - What is longer than 4 kB ends in "… (cut)".
///
/// Sanitised text comes out of a second pass unchanged.
package struct Sanitised: Sendable, Hashable {
  /// Most bytes of UTF-8 that one text may have.
  package static let longest = 4096

  private let raw: String

  /// Takes a text that may hold anything.
  package init(_ raw: String) { self.raw = raw }

  /// The text, whose only control character is the line break.
  package var text: String { cleaned(keepingLineBreaks: true) }

  /// The text on one line, for names and the like.
  package var line: String { cleaned(keepingLineBreaks: false) }

  private func cleaned(keepingLineBreaks: Bool) -> String {
    // Each scalar takes a byte at least, and `\r\n` is two for one: more need not be looked at.
    let scalars = Array(raw.unicodeScalars.prefix(2 * Self.longest + 2))
    var pieces: [String] = []
    var length = 0
    for (index, scalar) in scalars.enumerated() where length <= Self.longest {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "\r", next == "\n" { continue }
      let isSafe = scalar == "\n" ? keepingLineBreaks : !scalar.isHarmful
      pieces.append(isSafe ? String(scalar) : scalar.visibleEscape)
      length += pieces.last?.utf8.count ?? 0
    }
    if length > Self.longest {
      let ending = "… (cut)"
      while length > Self.longest - ending.utf8.count, let last = pieces.popLast() {
        length -= last.utf8.count
      }
      pieces.append(ending)
    }
    return pieces.joined()
  }
}

extension Unicode.Scalar {
  /// Whether a terminal, a log or a parser could take this for more than a sign on the page.
  fileprivate var isHarmful: Bool {
    switch value {
    case 0...0x1f, 0x7f...0x9f: true
    // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xfeff: true
    // Two noncharacters at the end of each plane, and a block of them.
    case 0xfdd0...0xfdef: true
    default: value & 0xfffe == 0xfffe
    }
  }

  fileprivate var visibleEscape: String {
    "\\u{\(String(value, radix: 16, uppercase: true))}"
  }
}
