/// Ends the program with a message: a wrong call is a programmer's fault, not a value.
///
/// Not `precondition`: optimised code, which the modules of arithmetic always are, drops its
/// message, and a student would see a crash without the two shapes that explain it. `fatalError`
/// keeps the message.
package func stop(_ message: String) -> Never {
  fatalError(message)
}

extension [Int] {
  /// A shape as NumPy writes it: `()`, `(3,)`, `(5, 4)`.
  package var shapeText: String {
    count == 1 ? "(\(self[0]),)" : "(\(map(String.init).joined(separator: ", ")))"
  }
}
