/// One thing that the compiler said about a student's code.
///
/// No path of ours is in it: files bear the names that the student gave them.
package struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  package enum Severity: String, Sendable {
    case error
    case warning
    case remark
    case note
  }

  /// A further remark of the compiler on the same matter, such as a candidate that did not fit.
  package struct Note: Sendable, Equatable {
    /// The student's own file, if it is in one.
    package let file: String?
    /// The line, counted from 1; 0 when it is in no file of the student's.
    package let line: Int
    /// The column, counted from 1 in bytes; 0 when it is in no file of the student's.
    package let column: Int
    /// The compiler's words.
    package let message: String

    /// Puts one remark together.
    package init(file: String?, line: Int, column: Int, message: String) {
      self.file = file
      self.line = line
      self.column = column
      self.message = message
    }
  }

  /// The student's own file, by the name that the student gave it; `nil` when it is in none.
  package let file: String?
  /// The line, counted from 1; 0 when it is in no file of the student's.
  package let line: Int
  /// The column, counted from 1 in bytes; 0 when it is in no file of the student's.
  package let column: Int
  /// How bad it is; never `note`.
  package let severity: Severity
  /// The compiler's words.
  package let message: String
  /// What the compiler added.
  package internal(set) var notes: [Note]

  /// How many are kept of one compilation; errors have precedence over warnings.
  package static let limit = 50

  /// Puts one diagnostic together.
  package init(
    file: String?, line: Int, column: Int, severity: Severity, message: String, notes: [Note] = [],
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
    self.notes = notes
  }
}
