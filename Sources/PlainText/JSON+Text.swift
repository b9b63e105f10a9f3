extension JSON {
  /// The document as text, without a line break at its end.
  ///
  /// Members stand in the order that the document has (see ``sorted()``), numbers as they were typed.
  /// Control characters, U+2028 and U+2029 are written as escapes, everything else as itself, so that
  /// the text can be shown on a terminal and stand in a script.
  ///
  /// - Parameter pretty: Whether to break lines, with two spaces for each level; an array of nothing
  ///   but scalars then stays on one line where that is at most 100 columns long. Otherwise the text
  ///   is as short as it can be.
  /// - Returns: The text, which ``init(parsing:)-(String)`` reads back as an equal document.
  package func text(pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.write(self, depth: 0, isLast: true)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
