import PlainText

// Documents written down in tests. There is no literal for fractions: Swift would forget how they
// were typed.

extension JSON: ExpressibleByStringLiteral {
  /// Makes a ``JSON/string(_:)``.
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSON: ExpressibleByIntegerLiteral {
  /// Makes a ``JSON/number(_:)`` in decimal digits.
  package init(integerLiteral value: Int) {
    self = .integer(value)
  }
}

extension JSON: ExpressibleByBooleanLiteral {
  /// Makes a ``JSON/bool(_:)``.
  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension JSON: ExpressibleByArrayLiteral {
  /// Makes a ``JSON/array(_:)``.
  package init(arrayLiteral elements: JSON...) {
    self = .array(elements)
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// Makes a ``JSON/object(_:)`` whose members stand in the order of the literal, each key once.
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0, value: $1) })
  }
}
