/// Something on this machine, and not in a submission, that keeps the harness from working.
///
/// Errors of this type are never scored as a student's fault.
package struct HostError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of trouble that callers tell apart.
  package enum Code: String, Sendable {
    case homeNotFound
    case trampolineNotFound
    case toolchainNotFound
    case pythonNotFound
    case pythonFailed
    case launchFailed
    case fileSystem
    case kitFailed
    case isolationUnproven
  }

  /// The kind of trouble.
  package let code: Code
  /// What happened, such as "Cannot start the compiler".
  package let what: String
  /// The file, folder or program that it happened to, if there is one.
  package let location: String?
  /// What the reader can do about it, as a sentence.
  package let advice: String
  /// The refused system call behind it, if there is one.
  package let underlying: SystemError?

  /// Describes one trouble.
  package init(
    _ code: Code, _ what: String, at location: String? = nil, advice: String,
    underlying: SystemError? = nil,
  ) {
    self.code = code
    self.what = what
    self.location = location
    self.advice = advice
    self.underlying = underlying
  }

  /// One line: what, where, why and what to do.
  package var description: String {
    let place = location.map { ": \($0)" } ?? ""
    let reason = underlying.map { " (\($0))" } ?? ""
    return "\(what)\(place)\(reason). \(advice)"
  }
}

extension HostError {
  /// A file or folder of ours that cannot be read or written; reads `errno`, so call it at once.
  static func file(_ what: String, _ path: String) -> HostError {
    HostError(
      .fileSystem, what, at: path, advice: "Check that it exists, its owner, and the free space.",
      underlying: .current,
    )
  }
}
