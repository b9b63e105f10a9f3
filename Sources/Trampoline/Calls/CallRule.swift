/// When the kernel refuses a call.
struct CallRule: Sendable {
  /// What decides, given the call's number.
  enum Condition: Sendable, Equatable {
    /// It is always refused.
    case always
    /// It is refused unless its first argument is one of these.
    case unlessFirst([UInt32])
    /// It is refused unless its first argument has one of these bits.
    case unlessFlagged(UInt32)
    /// It is refused when its first argument is this.
    case whenFirst(UInt32)
  }

  let call: SystemCall
  var condition = Condition.always
  /// What the caller finds in `errno`: EPERM, as if it had no permission.
  ///
  /// Not death, because honest code may try: Foundation, for one, tries a socket.
  var error: UInt32 = 1
}

/// A list of rules for one kind of program.
enum CallPolicy: String, CaseIterable, Sendable {
  /// For a student's code: no network, no processes, no change of anything outside.
  case worker
  /// For a compiler, which starts processes and makes files executable.
  case compiler

  /// The rules for the process of this number, which may signal itself and nobody else.
  func rules(for process: UInt32) -> [CallRule] {
    let always = SystemCall.network + SystemCall.kernel + SystemCall.sharing
    guard self == .worker else { return always.map { CallRule(call: $0) } }
    let own = CallRule.Condition.unlessFirst([process])
    let all =
      always + SystemCall.processes + SystemCall.attributes + SystemCall.influence
    return all.map { CallRule(call: $0) } + [
      // A thread is a clone too. The newer call hides its flags from us, so it does not exist
      // (ENOSYS), and the C library falls back to the older one.
      CallRule(call: .clone, condition: .unlessFlagged(Self.threadFlag)),
      CallRule(call: .clone3, error: 38),
      CallRule(call: .kill, condition: own), CallRule(call: .threadKill, condition: own),
      // A process may set the limits of every other of its user, and so end the grader.
      CallRule(call: .limits, condition: .unlessFirst([0, process])),
      // Whoever could undo this would outlive a grader that is killed.
      CallRule(call: .processControl, condition: .whenFirst(Self.parentDeathSignal)),
    ]
  }

  private static let threadFlag: UInt32 = 0x0001_0000  // CLONE_THREAD
  private static let parentDeathSignal: UInt32 = 1  // PR_SET_PDEATHSIG
}
