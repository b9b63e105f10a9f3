/// The text of a document as it grows, in UTF-8.
struct JSONWriter {
  /// The longest line that an array of scalars may fill, its comma included.
  static let lineLimit = 100

  let pretty: Bool
  private(set) var bytes: [UInt8] = []
  private var lineStart = 0

  init(pretty: Bool) {
    self.pretty = pretty
  }

  /// Appends a value; the last of its siblings has no comma to make room for.
  mutating func write(_ value: JSON, depth: Int, isLast: Bool) {
    switch value {
    case .null: put("null")
    case .bool(let value): put(value ? "true" : "false")
    case .number(let text): put(text)
    case .string(let text): quote(text)
    case .array(let elements):
      if !pretty || !writeOnOneLine(elements, isLast: isLast) {
        write(elements, "[", "]", depth: depth) { writer, element, isLast in
          writer.write(element, depth: depth + 1, isLast: isLast)
        }
      }
    case .object(let members):
      write(members, "{", "}", depth: depth) { writer, member, isLast in
        writer.quote(member.key)
        writer.put(writer.pretty ? ": " : ":")
        writer.write(member.value, depth: depth + 1, isLast: isLast)
      }
    }
  }

  // MARK: - Arrays and objects

  private mutating func write<Item>(
    _ items: [Item],
    _ opening: String,
    _ closing: String,
    depth: Int,
    item write: (inout JSONWriter, Item, _ isLast: Bool) -> Void,
  ) {
    put(opening)
    for (index, item) in items.enumerated() {
      if index > 0 { put(",") }
      breakLine(depth: depth + 1)
      write(&self, item, index == items.count - 1)
    }
    if !items.isEmpty { breakLine(depth: depth) }
    put(closing)
  }

  /// Appends an array to the line, unless it holds arrays or objects or makes the line too long.
  private mutating func writeOnOneLine(_ elements: [JSON], isLast: Bool) -> Bool {
    // An element and its comma take two columns at least: a quick answer for long arrays.
    guard 2 * elements.count <= JSONWriter.lineLimit, elements.allSatisfy(\.isScalar) else {
      return false
    }
    let start = bytes.count
    put("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { put(", ") }
      write(element, depth: 0, isLast: true)
    }
    put("]")
    // A scalar's bytes after its first one take no column.
    let columns = bytes[lineStart...].count { $0 & 0xc0 != 0x80 } + (isLast ? 0 : 1)
    if columns <= JSONWriter.lineLimit || elements.isEmpty { return true }
    bytes.removeSubrange(start...)
    return false
  }

  private mutating func breakLine(depth: Int) {
    guard pretty else { return }
    put("\n")
    lineStart = bytes.count
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  // MARK: - Texts

  private mutating func put(_ text: String) {
    bytes += text.utf8
  }

  private mutating func quote(_ text: String) {
    put("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": put("\\\"")
      case "\\": put("\\\\")
      case "\n": put("\\n")
      case "\r": put("\\r")
      case "\t": put("\\t")
      case "\u{08}": put("\\b")
      case "\u{0C}": put("\\f")
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        put("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    put("\"")
  }
}

extension JSON {
  /// Whether this is neither an array nor an object.
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
