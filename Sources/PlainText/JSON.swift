/// A JSON document or any value in it, kept the way it was typed.
///
/// Numbers keep their digits (`7.50` stays two decimals, as marks are rounded) and objects keep the
/// order of their members. Read a document with ``init(parsing:)-(String)``, write one with
/// ``text(pretty:)``:
///
/// ```swift
/// let report = try JSON(parsing: #"{"points": [7.50, 1e1]}"#)
/// report["points"]?.arrayValue?.first   // .number("7.50")
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
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The elements in order, or nil when this is no array.
  package var arrayValue: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text, or nil when this is no string.
  package var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
