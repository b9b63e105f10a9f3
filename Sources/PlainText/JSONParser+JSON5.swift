// What JSON5 has beside JSON.

extension JSONParser {
  /// Whether a number begins here.
  var isAtNumber: Bool {
    if isAtDigit || current == UInt8(ascii: "-") { return true }
    guard isJSON5 else { return false }
    return switch current {
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "I"), UInt8(ascii: "N"): true
    default: false
    }
  }

  /// Reads a number, which keeps its sign, its digits and its words.
  mutating func numberOfJSON5() throws(JSONError) -> String {
    let start = position
    if !skip("+") { _ = skip("-") }
    if !(skip("Infinity") || skip("NaN")) {
      if skip("0x") || skip("0X") {
        try hexadecimalDigits()
      } else {
        try decimalDigits()
      }
    }
    // `0x1G`, `01` and `Infinityy` are no numbers with something behind them.
    if isAtDigit || startsIdentifier(scalar?.value) {
      throw fault("expected the end of the number")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func hexadecimalDigits() throws(JSONError) {
    let start = position
    while let byte = current, Character(Unicode.Scalar(byte)).isHexDigit { position += 1 }
    guard position > start else { throw fault("expected a hexadecimal digit after '0x'") }
  }

  private mutating func decimalDigits() throws(JSONError) {
    let hasWhole = isAtDigit
    if !skip("0") { while isAtDigit { position += 1 } }
    if skip(".") {
      guard hasWhole || isAtDigit else { throw fault("expected a digit beside the decimal point") }
      while isAtDigit { position += 1 }
    } else if !hasWhole {
      throw fault("expected a number after the sign")
    }
    guard skip("e") || skip("E") else { return }
    if !skip("+") { _ = skip("-") }
    guard isAtDigit else { throw fault("expected a digit in the exponent") }
    while isAtDigit { position += 1 }
  }

  // MARK: - Keys

  /// Reads a key without quotes.
  mutating func identifier(otherwise message: String) throws(JSONError) -> String {
    var text = String.UnicodeScalarView()
    while true {
      let start = position
      let next: Unicode.Scalar
      if current == UInt8(ascii: "\\") {
        guard skip("\\u") else { throw fault("expected 'u' after '\\' in a key") }
        next = try unicodeEscape(from: start)
      } else if let scalar {
        next = scalar.value
        position += scalar.length
      } else {
        break
      }
      guard startsIdentifier(next) || !text.isEmpty && continuesIdentifier(next) else {
        position = start
        break
      }
      text.append(next)
    }
    guard !text.isEmpty else { throw fault(message) }
    return String(text)
  }

  private func startsIdentifier(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar == "$" || scalar == "_" { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      true
    default: false
    }
  }

  private func continuesIdentifier(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: true
    default: scalar == "\u{200C}" || scalar == "\u{200D}"
    }
  }

  // MARK: - Strings

  /// Passes over a backslash at the end of a line, which joins it with the next.
  mutating func skipContinuation() -> Bool {
    skip("\\\r\n") || skip("\\\n") || skip("\\\r") || skip("\\\u{2028}") || skip("\\\u{2029}")
  }

  /// The escapes that JSON has not; `position` stands behind the letter.
  mutating func escapeOfJSON5(
    _ letter: UInt8, from start: Int
  ) throws(JSONError) -> Unicode.Scalar {
    switch letter {
    case UInt8(ascii: "v"): return "\u{0B}"
    case UInt8(ascii: "0") where !isAtDigit: return "\0"
    case UInt8(ascii: "x"):
      var value: UInt8 = 0
      for _ in 0..<2 {
        guard let digit = current.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
          throw fault("expected two hexadecimal digits after '\\x'", at: start)
        }
        value = value << 4 | UInt8(digit)
        position += 1
      }
      return Unicode.Scalar(value)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      throw fault("no such escape in a string", at: start)
    default:
      // Any other character stands for itself.
      position = start + 1
      guard let scalar else { throw fault("this byte is not valid UTF-8") }
      position += scalar.length
      return scalar.value
    }
  }

  // MARK: - Spaces and comments

  /// Passes over spaces, line ends and comments.
  mutating func skipSpaceOfJSON5() throws(JSONError) {
    while let byte = current {
      if skip("//") {
        while current != nil, !isAtLineEnd { try skipScalar() }
      } else if skip("/*") {
        try skipLongComment(from: position - 2)
      } else if 0x09...0x0d ~= byte {
        position += 1
      } else if let scalar, scalar.value == "\u{FEFF}" || scalar.value.isSpace {
        position += scalar.length
      } else {
        return
      }
    }
  }

  private mutating func skipLongComment(from opening: Int) throws(JSONError) {
    while !skip("*/") {
      guard current != nil else { throw fault("this comment is never closed", at: opening) }
      try skipScalar()
    }
  }

  private mutating func skipScalar() throws(JSONError) {
    guard let scalar else { throw fault("this byte is not valid UTF-8") }
    position += scalar.length
  }

  private var isAtLineEnd: Bool {
    switch scalar?.value {
    case "\n", "\r", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// The scalar here and how many bytes it has; `nil` at the end and where there is none.
  private var scalar: (value: Unicode.Scalar, length: Int)? {
    guard let byte = current else { return nil }
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    guard let length = scalarLength,
      let value = String(decoding: bytes[position..<position + length], as: UTF8.self)
        .unicodeScalars.first
    else { return nil }
    return (value, length)
  }
}

extension Unicode.Scalar {
  /// A space or line end of any width.
  fileprivate var isSpace: Bool {
    switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
