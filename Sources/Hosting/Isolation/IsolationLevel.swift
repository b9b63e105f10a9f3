/// How far untrusted processes are kept from everything that they do not need.
package enum IsolationLevel: String, Sendable, CaseIterable, Comparable {
  /// Limits on time, memory and output, and clean-up afterwards; nothing is out of reach.
  case limits
  /// Moreover no files but the worker's own, no network and no processes, by the kernel's word.
  case landlock
  /// Moreover nothing else is there: a file system and a process table of its own (bwrap).
  case bubblewrap

  /// The weaker level is the smaller one.
  package static func < (first: IsolationLevel, second: IsolationLevel) -> Bool {
    allCases.firstIndex(of: first) ?? 0 < allCases.firstIndex(of: second) ?? 0
  }
}

extension IsolationLevel {
  /// What whoever grades asks for.
  package enum Choice: String, Sendable, CaseIterable {
    /// Landlock where this machine proves it, else limits.
    case auto
    case bubblewrap
    case landlock
    case limits
  }
}
