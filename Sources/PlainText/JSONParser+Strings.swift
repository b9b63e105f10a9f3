extension JSONParser {
  /// Reads a string from its opening quote to past its closing one.
  mutating func string() throws(JSONError) -> String {
    let opening = position
    let quote = bytes[opening]
    position += 1
    var text: [UInt8] = []
    var copied = position
    while let byte = current {
      switch byte {
      case quote:
        text += bytes[copied..<position]
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[copied..<position]
        if !isJSON5 || !skipContinuation() {
          text += UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter
        }
        copied = position
      case 0x0a where isJSON5, 0x0d where isJSON5:
        throw fault("a line break in a string must be written as an escape")
      case 0..<0x20 where !isJSON5:
        throw fault("a control character in a string must be written as an escape")
      case 0..<0x80:
        position += 1
      default:
        guard let length = scalarLength else { throw fault("this byte is not valid UTF-8") }
        position += length
      }
    }
    throw fault("this string has no closing quote", at: opening)
  }

  // MARK: - Escapes

  /// Reads an escape from its backslash on, and the second half of a surrogate pair with it.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = position
    position += 1
    let letter = current
    if letter != nil { position += 1 }
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default:
      if isJSON5, let letter { return try escapeOfJSON5(letter, from: start) }
      throw fault("no such escape in a string", at: start)
    }
  }

  mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // What is no scalar is half of a surrogate pair.
    let message = "half of a surrogate pair stands alone"
    guard unit < 0xdc00, skip("\\u") else { throw fault(message, at: start) }
    let second = try codeUnit(from: position - 2)
    guard 0xdc00...0xdfff ~= second,
      let scalar = Unicode.Scalar(0x10000 + UInt32(unit - 0xd800) << 10 + UInt32(second - 0xdc00))
    else { throw fault(message, at: start) }
    return scalar
  }

  private mutating func codeUnit(from start: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = current.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw fault("expected four hexadecimal digits after '\\u'", at: start)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  // MARK: - UTF-8

  /// The length of the well-formed sequence of two or more bytes here: table 3-7 of Unicode.
  var scalarLength: Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[position] {
    case 0xc2...0xdf: (length, second) = (2, 0x80...0xbf)
    case 0xe0: (length, second) = (3, 0xa0...0xbf)
    case 0xed: (length, second) = (3, 0x80...0x9f)
    case 0xe1...0xef: (length, second) = (3, 0x80...0xbf)
    case 0xf0: (length, second) = (4, 0x90...0xbf)
    case 0xf1...0xf3: (length, second) = (4, 0x80...0xbf)
    case 0xf4: (length, second) = (4, 0x80...0x8f)
    default: return nil
    }
    let rest = bytes[position...].prefix(length).dropFirst()
    guard rest.count == length - 1, let first = rest.first, second ~= first,
      rest.allSatisfy({ 0x80...0xbf ~= $0 })
    else { return nil }
    return length
  }
}
