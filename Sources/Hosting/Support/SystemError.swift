import Foundation

/// A system call's refusal, by its number.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The value of `errno`.
  package let number: Int32

  /// The refusal of the call just made.
  package static var current: SystemError { SystemError(number: errno) }

  /// The C library's text for it, such as "No such file or directory".
  package var description: String { String(cString: strerror(number)) }
}
