/// Why a text is no JSON document, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// The line of the fault, from 1; a line ends in `\n`, `\r\n` or `\r`.
  package let line: Int
  /// The column of the fault, from 1, counted in Unicode scalars (a leading BOM does not count).
  package let column: Int
  /// What is wrong, in plain words, such as "expected ',' or '}' after a value".
  package let message: String
}

// MARK: - CustomStringConvertible

extension JSONError: CustomStringConvertible {
  /// Place and fault in one sentence: "line 3, column 7: expected ',' or '}' after a value".
  package var description: String {
    "line \(line), column \(column): \(message)"
  }
}
