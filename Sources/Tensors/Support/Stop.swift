/// Ends the program with a message: a wrong shape is a programmer's fault, not a value.
///
/// Not `precondition`: optimised code, which this module always is, drops its message, and a
/// student would see a crash without the two shapes that explain it. `fatalError` keeps the
/// message.
func stop(_ message: String) -> Never {
  fatalError(message)
}

extension [Int] {
  /// A shape as NumPy writes it: `()`, `(3,)`, `(5, 4)`.
  var shapeText: String {
    count == 1 ? "(\(self[0]),)" : "(\(map(String.init).joined(separator: ", ")))"
  }
}
