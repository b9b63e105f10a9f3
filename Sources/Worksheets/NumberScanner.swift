/// Reads one typed number from left to right.
struct NumberScanner {
  /// What was typed, without spaces around it.
  let text: String
  let characters: [Unicode.Scalar]
  let decimal: DecimalSign
  private var position = 0

  /// Longer entries are not numbers that a person computed.
  private static let longest = 60

  /// Whole numbers of so many digits are exact in a `Double`, and so is the rounding of a fraction.
  private static let longestWhole = 15

  init(_ text: some StringProtocol, decimal: DecimalSign) {
    var scalars = Array(text.unicodeScalars)
    while scalars.last.map(Self.isSpace) == true { scalars.removeLast() }
    scalars = Array(scalars.drop(while: Self.isSpace))
    characters = scalars
    self.text = String(String.UnicodeScalarView(scalars))
    self.decimal = decimal
  }

  /// What was typed, cut to a length that fits in a sentence.
  var shown: String { Self.cut(text) }

  /// The beginning of a text that fits in a sentence.
  static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= 30 ? text : "\(String(text.unicodeScalars.prefix(27)))..."
  }

  /// The parts of a number: sign and digits as text, so that no digit is lost.
  struct Number {
    var sign = ""
    var whole = ""
    var fraction = ""
    var exponent = 0
    /// Below the line of a fraction, where it is one; above it stands `whole`.
    var denominator: String?
  }

  mutating func number() throws(UnreadableEntry) -> Number {
    guard !characters.isEmpty else { throw UnreadableEntry("a number is missing") }
    guard characters.count <= Self.longest else {
      throw UnreadableEntry("'\(shown)' is too long for a number")
    }
    var number = Number()
    number.sign = sign()
    skipSpaces()
    number.whole = digits()
    if try fraction(of: &number) { return number }
    if take(".") || decimal == .comma && take(",") { number.fraction = digits() }
    guard !(number.whole + number.fraction).isEmpty else { throw notANumber() }
    number.exponent = try exponent()
    guard position == characters.count else { throw notANumber() }
    return number
  }

  /// The line of a fraction and what stands below it; `false` where there is none.
  private mutating func fraction(of number: inout Number) throws(UnreadableEntry) -> Bool {
    let start = position
    skipSpaces()
    guard !number.whole.isEmpty, takeOne(of: Self.fractionLines) else {
      position = start
      return false
    }
    skipSpaces()
    let denominator = digits()
    guard !denominator.isEmpty, position == characters.count,
      max(number.whole.count, denominator.count) <= Self.longestWhole
    else { throw notANumber() }
    guard denominator.contains(where: { $0 != "0" }) else {
      throw UnreadableEntry("'\(shown)' divides by 0")
    }
    number.denominator = denominator
    return true
  }

  /// The power of ten behind the digits: `e-4`, `×10^-4`, `·10⁻⁴`; 0 where there is none.
  private mutating func exponent() throws(UnreadableEntry) -> Int {
    guard position < characters.count else { return 0 }
    if take("e") || take("E") { return try power(sign() + digits()) }
    skipSpaces()
    guard takeOne(of: Self.timesSigns) else { throw notANumber() }
    skipSpaces()
    guard take("1"), take("0") else { throw notANumber() }
    guard take("^") || take("*") && take("*") else { return try power(raised()) }
    let closing: Unicode.Scalar? = take("(") ? ")" : take("{") ? "}" : nil
    let power = try power(sign() + digits())
    if let closing, !take(closing) { throw notANumber() }
    return power
  }

  private func power(_ text: String) throws(UnreadableEntry) -> Int {
    // Five digits are far beyond what a number may hold, and within what an Int can.
    guard text.count <= 6, let power = Int(text) else { throw notANumber() }
    return power
  }

  /// Sign and digits in raised type: `⁻⁴`.
  private mutating func raised() -> String {
    var text = take("\u{207B}") ? "-" : ""
    if text.isEmpty { _ = take("\u{207A}") }
    while position < characters.count,
      let digit = Self.raisedDigits.firstIndex(of: characters[position])
    {
      text += String(digit)
      position += 1
    }
    return text
  }

  private mutating func sign() -> String {
    if takeOne(of: Self.minusSigns) { return "-" }
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

  private mutating func takeOne(of expected: [Unicode.Scalar]) -> Bool {
    guard position < characters.count, expected.contains(characters[position]) else { return false }
    position += 1
    return true
  }

  private func notANumber() -> UnreadableEntry {
    UnreadableEntry("'\(shown)' is not a number\(hint)")
  }
}

// MARK: - Characters that people use

extension NumberScanner {
  /// Whether a character is a space or a tab; the spaces of word processors are some too.
  static func isSpace(_ character: Unicode.Scalar) -> Bool {
    switch character {
    case " ", "\t", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": true
    default: false
    }
  }

  /// Hyphens and dashes of every width, which word processors put where a minus was typed.
  static let minusSigns: [Unicode.Scalar] = [
    "-", "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{FE63}",
    "\u{FF0D}",
  ]

  /// A cross, dots, an asterisk, and the letter that stands for the cross.
  private static let timesSigns: [Unicode.Scalar] = [
    "×", "*", "·", "\u{22C5}", "\u{2219}", "x", "X",
  ]

  private static let fractionLines: [Unicode.Scalar] = ["/", "\u{2044}", "\u{2215}"]

  private static let raisedDigits: [Unicode.Scalar] = [
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
  ]
}

// MARK: - Advice

extension NumberScanner {
  /// What to do about the commonest slips.
  private var hint: String {
    if text.contains("/") { return "; a fraction has two whole numbers" }
    if text.contains(";") {
      if decimal == .comma { return "; put brackets around a list" }
      return text.contains(",")
        ? "; write decimal points, and commas between numbers"
        : "; put brackets around a list, and commas between numbers"
    }
    if text.contains(",") {
      if decimal == .comma { return "; put semicolons between numbers" }
      return text.contains(".") || text.contains(" ")
        ? "; put brackets around a list" : "; write a decimal point, or declare decimal = comma"
    }
    return looksLikeSeveral ? "; put a \(decimal.separatorName) between two numbers" : ""
  }

  /// Whether there are several words, each of which begins as a number does.
  private var looksLikeSeveral: Bool {
    let words = characters.split(whereSeparator: Self.isSpace)
    let beginnings = Self.minusSigns + Array("+.0123456789".unicodeScalars)
    return words.count > 1 && words.allSatisfy { $0.first.map(beginnings.contains) ?? false }
  }
}
