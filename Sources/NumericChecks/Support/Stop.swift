/// Ends the program with a message: a wrong call is a programmer's fault, not a value.
///
/// Not `precondition`: optimised code, which this module always is, drops its message.
func stop(_ message: String) -> Never {
  fatalError(message)
}
