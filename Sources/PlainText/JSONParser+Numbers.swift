extension JSONParser {
  /// Reads a number and keeps it as typed.
  mutating func number() throws(JSONError) -> String {
    let start = position
    _ = skip("-")
    if skip("0") {
      if isAtDigit { throw fault("a number has no zeros in front", at: start) }
    } else {
      try digits("expected a digit after '-'")
    }
    if skip(".") { try digits("expected a digit after the decimal point") }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      try digits("expected a digit in the exponent")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits(_ message: String) throws(JSONError) {
    guard isAtDigit else { throw fault(message) }
    while isAtDigit { position += 1 }
  }

  /// Whether a decimal digit stands here.
  var isAtDigit: Bool {
    current.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
  }
}
