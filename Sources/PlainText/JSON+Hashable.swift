// Swift compares strings by canonical equivalence. Keys and texts of a document are compared by
// their scalars instead, as RFC 8259 advises, so that equality and bytes tell the same story.

extension JSON: Hashable {
  /// Whether both hold the same scalars, numbers as typed and members in order.
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): ExactText(left) == ExactText(right)
    case (.string(let left), .string(let right)): ExactText(left) == ExactText(right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Feeds the kind of value and its scalars into a hasher.
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .number(let text): hasher.combine(ExactText(text))
    case .string(let text): hasher.combine(ExactText(text))
    case .array(let elements): hasher.combine(elements)
    case .object(let members): hasher.combine(members)
    }
  }
}

extension JSON.Member: Hashable {
  /// Whether key and value hold the same scalars.
  package static func == (left: JSON.Member, right: JSON.Member) -> Bool {
    ExactText(left.key) == ExactText(right.key) && left.value == right.value
  }

  /// Feeds the key's scalars and the value into a hasher.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(ExactText(key))
    hasher.combine(value)
  }
}

/// A text that equals only a text with the same scalars.
struct ExactText: Hashable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    // No UTF-8 text holds this byte: it ends the text, so that "a", "b" and "ab" hash apart.
    hasher.combine(0xff as UInt8)
  }
}
