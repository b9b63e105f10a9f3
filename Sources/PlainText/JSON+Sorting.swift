extension JSON {
  /// The same document with the members of every object in the order of their keys.
  ///
  /// Keys are ordered by Unicode scalar, which is also the order of their UTF-8 bytes and knows no
  /// locale. Arrays keep their order.
  package func sorted() -> JSON {
    switch self {
    case .array(let elements):
      .array(elements.map { $0.sorted() })
    case .object(let members):
      .object(
        members
          .map { Member(key: $0.key, value: $0.value.sorted()) }
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      )
    default:
      self
    }
  }
}
