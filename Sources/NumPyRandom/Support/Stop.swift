/// Ends the program with a message where NumPy raises `ValueError`.
///
/// Not `precondition`: optimised code, which this module always is, drops its message.
func stop(_ message: String) -> Never {
  fatalError(message)
}
