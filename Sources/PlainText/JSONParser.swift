/// A reader of RFC 8259 or JSON5 by recursive descent; `position` stands before the first byte not yet read.
struct JSONParser {
  /// How many arrays and objects may stand inside each other: far below what the stack bears.
  static let depthLimit = 128

  let bytes: [UInt8]
  let isJSON5: Bool
  var position = 0
  /// Where the keys of the outermost object begin.
  private(set) var outerKeys: [Int] = []
  private var depth = 0

  init(bytes: [UInt8], isJSON5: Bool = false) {
    self.bytes = bytes
    self.isJSON5 = isJSON5
    position = startsWithByteOrderMark ? 3 : 0
  }

  /// Whether the text begins with the three bytes of U+FEFF.
  var startsWithByteOrderMark: Bool {
    bytes.starts(with: [0xef, 0xbb, 0xbf])
  }

  /// Reads the one value that the text consists of.
  mutating func document() throws(JSONError) -> JSON {
    try skipSpace()
    let result = try value(otherwise: "expected a value")
    try skipSpace()
    guard position == bytes.count else {
      throw fault("expected nothing more after the document's value")
    }
    return result
  }

  // MARK: - Values

  /// Reads a value, or refuses with the given words when none begins here.
  private mutating func value(otherwise message: String) throws(JSONError) -> JSON {
    switch current {
    case UInt8(ascii: "{"): return try nested { (parser) throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "'") where isJSON5: return .string(try string())
    default: if isAtNumber { return .number(try isJSON5 ? numberOfJSON5() : number()) }
    }
    if skip("null") { return .null }
    if skip("true") { return .bool(true) }
    if skip("false") { return .bool(false) }
    throw fault(message)
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    guard depth < JSONParser.depthLimit else {
      throw fault("more than \(JSONParser.depthLimit) arrays and objects inside each other")
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func array() throws(JSONError) -> JSON {
    var elements: [JSON] = []
    position += 1
    try skipSpace()
    if skip("]") { return .array(elements) }
    var message = "expected a value or ']'"
    while true {
      elements.append(try value(otherwise: message))
      try skipSpace()
      if skip("]") { return .array(elements) }
      guard skip(",") else { throw fault("expected ',' or ']' after a value") }
      try skipSpace()
      if isJSON5, skip("]") { return .array(elements) }
      message = "expected a value after ','"
    }
  }

  private mutating func object() throws(JSONError) -> JSON {
    var members: [JSON.Member] = []
    var keys: Set<ExactText> = []
    position += 1
    try skipSpace()
    if skip("}") { return .object(members) }
    let kind = isJSON5 ? "a key" : "a key in double quotes"
    var message = "expected \(kind) or '}'"
    while true {
      let start = position
      let key = try key(otherwise: message)
      if depth == 1 { outerKeys.append(start) }
      guard keys.insert(ExactText(key)).inserted else {
        throw fault("the key \(quoted(key)) appears twice in an object", at: start)
      }
      try skipSpace()
      guard skip(":") else { throw fault("expected ':' after a key") }
      try skipSpace()
      let value = try value(otherwise: "expected a value after ':'")
      members.append(JSON.Member(key: key, value: value))
      try skipSpace()
      if skip("}") { return .object(members) }
      guard skip(",") else { throw fault("expected ',' or '}' after a value") }
      try skipSpace()
      if isJSON5, skip("}") { return .object(members) }
      message = "expected \(kind) after ','"
    }
  }

  private mutating func key(otherwise message: String) throws(JSONError) -> String {
    if current == UInt8(ascii: "\"") { return try string() }
    guard isJSON5 else { throw fault(message) }
    return current == UInt8(ascii: "'") ? try string() : try identifier(otherwise: message)
  }

  // MARK: - Bytes

  /// The next byte, or nil at the end of the text.
  var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  /// Passes over the given ASCII word when it stands here.
  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    let matches = word.withUTF8Buffer { bytes[position..<position + count].elementsEqual($0) }
    if matches { position += count }
    return matches
  }

  private mutating func skipSpace() throws(JSONError) {
    if isJSON5 { return try skipSpaceOfJSON5() }
    while let byte = current, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      position += 1
    }
  }
}
