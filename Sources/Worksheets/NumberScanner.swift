/// Reads one typed number from left to right.
struct NumberScanner {
  /// What was typed, without spaces around it.
  let text: String
  private let characters: [Unicode.Scalar]
  private var position = 0

  /// Longer entries are not numbers that a person computed.
  private static let longest = 60

  init(_ text: some StringProtocol) {
    var scalars = Array(text.unicodeScalars)
    while scalars.last.map(Self.isSpace) == true { scalars.removeLast() }
    scalars = Array(scalars.drop(while: Self.isSpace))
    characters = scalars
    self.text = String(String.UnicodeScalarView(scalars))
  }

  /// What was typed, cut to a length that fits in a sentence.
  var shown: String { Self.cut(text) }

  /// The beginning of a text that fits in a sentence.
  static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= 30 ? text : "\(String(text.unicodeScalars.prefix(27)))..."
  }

  /// Whether a character is a space or a tab; the no-break space of word processors is one.
  static func isSpace(_ character: Unicode.Scalar) -> Bool {
    character == " " || character == "\t" || character == "\u{A0}"
  }

  /// The parts of a number: sign and digits as text, so that no digit is lost.
  struct Number {
    var sign = ""
    var whole = ""
    var fraction = ""
    var exponent = 0
  }

  mutating func number() throws(UnreadableEntry) -> Number {
    guard !characters.isEmpty else { throw UnreadableEntry("a number is missing") }
    guard characters.count <= Self.longest else {
      throw UnreadableEntry("'\(shown)' is too long for a number")
    }
    var number = Number()
    number.sign = sign()
    number.whole = digits()
    if take(".") { number.fraction = digits() }
    guard !(number.whole + number.fraction).isEmpty else { throw notANumber() }
    number.exponent = try exponent()
    guard position == characters.count else { throw notANumber() }
    return number
  }

  /// The power of ten behind the digits: `e-4`, `E-4`, `×10^-4`, `*10^-4`; 0 where there is none.
  private mutating func exponent() throws(UnreadableEntry) -> Int {
    guard position < characters.count else { return 0 }
    if !(take("e") || take("E")) {
      skipSpaces()
      guard take("×") || take("*") else { throw notANumber() }
      skipSpaces()
      guard take("1"), take("0"), take("^") else { throw notANumber() }
    }
    let sign = sign()
    // Five digits are far beyond what a number may hold, and within what an Int can.
    let digits = digits()
    guard !digits.isEmpty, digits.count <= 5, let power = Int(sign + digits) else {
      throw notANumber()
    }
    return power
  }

  private mutating func sign() -> String {
    if take("-") || take("\u{2212}") { return "-" }
    _ = take("+")
    return ""
  }

  private mutating func digits() -> String {
    var digits = ""
    while position < characters.count, ("0"..."9").contains(characters[position]) {
      digits.unicodeScalars.append(characters[position])
      position += 1
    }
    return digits
  }

  private mutating func skipSpaces() {
    while position < characters.count, Self.isSpace(characters[position]) { position += 1 }
  }

  private mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard position < characters.count, characters[position] == expected else { return false }
    position += 1
    return true
  }

  private func notANumber() -> UnreadableEntry {
    UnreadableEntry("'\(shown)' is not a number\(hint)")
  }

  /// What to do about the commonest slips.
  private var hint: String {
    if text.contains("/") { return "; work the fraction out to decimals" }
    if text.contains(";") { return "; write decimal points, and commas between numbers" }
    if text.contains(",") {
      return text.contains(".") || text.contains(" ")
        ? "; put brackets around a list" : "; write a decimal point, not a comma"
    }
    return looksLikeSeveral ? "; put a comma between two numbers" : ""
  }

  /// Whether there are several words, each of which begins as a number does.
  private var looksLikeSeveral: Bool {
    let words = characters.split(whereSeparator: Self.isSpace)
    let beginnings = "+-\u{2212}.0123456789".unicodeScalars
    return words.count > 1 && words.allSatisfy { $0.first.map(beginnings.contains) ?? false }
  }
}
