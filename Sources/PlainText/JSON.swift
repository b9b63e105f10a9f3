/// A JSON document or any value in it, kept the way it was typed.
///
/// Numbers keep their digits (`0.3770` stays four decimals, which hand-computed answers need) and
/// objects keep the order of their members. Read a document with ``init(parsing:)-(String)``, write
/// one with ``text(pretty:)``:
///
/// ```swift
/// let answers = try JSON(parsing: #"{"delta": [0.3770, -1e-3]}"#)
/// answers["delta"]?.arrayValue?.first   // .number("0.3770")
/// ```
///
/// Two values are equal when they hold the same scalars in the same order: `1.0` differs from `1`, and
/// a precomposed é from a combined one, so that equal documents are written as equal bytes.
package enum JSON: Sendable {
  /// The word `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number as typed; whoever makes one by hand takes care that the text is a JSON number.
  case number(String)
  /// A text, with its escapes resolved.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Members in order, no key twice.
  case object([Member])
}

// MARK: - Looking inside

extension JSON {
  /// The value of a key, or nil when this is no object or has no such key.
  ///
  /// Keys are compared scalar by scalar. The search takes time in proportion to the members.
  package subscript(key: String) -> JSON? {
    objectValue?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The members in order, or nil when this is no object.
  package var objectValue: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The elements in order, or nil when this is no array.
  package var arrayValue: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text, or nil when this is no string.
  package var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth value, or nil when this is neither `true` nor `false`.
  package var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// Whether this is the word `null`.
  package var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
