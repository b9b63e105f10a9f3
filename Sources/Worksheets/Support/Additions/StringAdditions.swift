extension StringProtocol {
  /// Without spaces, of which word processors have many, and line ends around it.
  var trimmed: String {
    let isOuter = { (character: Character) in character.isWhitespace }
    let start = drop(while: isOuter)
    return String(start.reversed().drop(while: isOuter).reversed())
  }

  /// On one line: a sentence that shows it stays one.
  var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }

  /// Whether nothing but spaces is there.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
