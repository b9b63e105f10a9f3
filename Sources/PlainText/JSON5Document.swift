/// A document of JSON5, with the lines on which its outermost keys stand.
package struct JSON5Document: Sendable {
  /// What it holds.
  package let value: JSON
  /// The lines, from 1, of the outermost object's keys in their order; none for another value.
  package let keyLines: [Int]

  /// Reads one document, as ``JSON/init(parsingJSON5:)`` does.
  ///
  /// - Throws: The first fault in the order of the text.
  package init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes: Array(bytes), isJSON5: true)
    value = try parser.document()
    if case .object = value {
      keyLines = parser.lines(of: parser.outerKeys)
    } else {
      keyLines = []
    }
  }
}
