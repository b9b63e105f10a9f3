import PlainText

extension JSON {
  /// An object of those members that have a value.
  static func members(_ members: [(key: String, value: JSON?)]) -> JSON {
    .object(
      members.compactMap { member in
        member.value.map { JSON.Member(key: member.key, value: $0) }
      })
  }

  /// The text of a whole document: keys sorted, lines broken, and a line break at its end.
  var documentText: String { sorted().text(pretty: true) + "\n" }
}
