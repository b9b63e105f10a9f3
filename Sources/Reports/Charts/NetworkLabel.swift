import Grading

/// What a picture says of one node or one edge: a line for each quantity.
struct NetworkLabel: Sendable, Hashable {
  let lines: [Line]

  /// One line: a name, and what is shown under it.
  struct Line: Sendable, Hashable {
    let name: String
    let text: String
    var mark: Mark?
    /// Whether it comes second to what a student typed.
    var isAside = false
    /// All of it in words; a long number is cut in the picture alone.
    let words: String
  }

  /// The lines of the quantities of which something is to be seen.
  ///
  /// - Parameters:
  ///   - quantities: Their names; after the first those of an edge do without the place.
  ///   - picture: The numbers.
  ///   - isShort: Whether later lines name the array alone.
  init(_ quantities: [String], in picture: NetworkPicture, isShort: Bool = false) {
    var lines: [Line] = []
    for quantity in quantities {
      let array = String(quantity.prefix { $0 != "[" })
      lines += Self.lines(quantity, isShort && !lines.isEmpty ? array : quantity, picture)
    }
    self.lines = lines
  }

  /// Longest number, in characters.
  private static let longest = 14

  private static func lines(
    _ quantity: String, _ name: String, _ picture: NetworkPicture
  ) -> [Line] {
    switch picture.readings[quantity] {
    case nil:
      guard let given = picture.diagram.givens[quantity]?.inFigures(6) else { return [] }
      return [Line(name: name, text: given, isAside: true, words: "\(quantity): given \(given)")]
    case .value(let value):
      let number = value.inFigures(6)
      return [Line(name: name, text: number, words: "\(quantity): \(number)")]
    case .blank: return [Line(name: name, text: "–", isAside: true, words: "\(quantity): blank")]
    case .unreadable:
      return [
        Line(name: name, text: "unreadable", mark: .wrong, words: "\(quantity): unreadable")
      ]
    case .typed(let typed, let mark, let right):
      let shown = right.map { $0.inFigures(6) }
      var lines = [
        Line(
          name: name, text: typed.cut(to: longest), mark: mark,
          words: "\(quantity): typed \(typed), \(mark.words)"
            + (shown.map { "; the right value is \($0)" } ?? ""))
      ]
      // A number with too few digits may follow from others than the right ones.
      if mark == .wrong, let shown {
        lines.append(Line(name: "right", text: shown, isAside: true, words: ""))
      }
      return lines
    }
  }
}

// MARK: - Size

extension NetworkLabel {
  /// Of a character of the type-writer face in which labels are set.
  static let characterWidth = 7.4
  static let lineHeight = 17.0
  /// Left and right of the text.
  static let padding = 6.0

  var width: Double {
    let longest = lines.map(\.columns).max() ?? 0
    return lines.isEmpty ? 0 : Double(longest) * Self.characterWidth + 2 * Self.padding
  }

  var height: Double { Double(lines.count) * Self.lineHeight }
}

extension NetworkLabel.Line {
  /// How many characters it takes, the sign included.
  fileprivate var columns: Int { name.columns + 1 + (mark == nil ? 0 : 2) + text.columns }
}
