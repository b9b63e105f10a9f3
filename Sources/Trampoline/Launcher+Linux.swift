#if os(Linux)
  import Glibc

  extension Launcher {
    /// Core files, locked memory and message queues: nobody's homework needs them.
    static let neverGranted = [
      Int32(RLIMIT_CORE.rawValue), Int32(__RLIMIT_MEMLOCK.rawValue),
      Int32(__RLIMIT_MSGQUEUE.rawValue),
    ]

    /// The kernel's number of a limit; `nil` where the platform does not enforce it.
    static func resource(_ option: String) -> Int32? {
      switch option {
      case "--cpu": Int32(RLIMIT_CPU.rawValue)
      case "--data": Int32(RLIMIT_DATA.rawValue)
      case "--address-space": Int32(RLIMIT_AS.rawValue)
      case "--file-size": Int32(RLIMIT_FSIZE.rawValue)
      case "--stack": Int32(RLIMIT_STACK.rawValue)
      case "--open-files": Int32(RLIMIT_NOFILE.rawValue)
      default: nil
      }
    }

    /// Closes every descriptor from `first` on, also those above a limit that was just lowered.
    static func closeDescriptors(from first: Int32) {
      let closeRange = 436  // the same number on x86-64 and arm64
      if systemCall(closeRange, Int(first), Int(UInt32.max), 0, 0) == 0 { return }
      // A kernel before 5.9: descriptors may lie above the new limit, so ask for a generous range.
      for descriptor in first..<65_536 { _ = close(descriptor) }
    }

    /// Has the kernel end this process when the thread that spawned it ends.
    static func dieWithParent(_ parent: pid_t?) throws(FailedStep) {
      let setParentDeathSignal: Int32 = 1
      guard processControl(setParentDeathSignal, UInt(SIGKILL), 0, 0, 0) == 0 else {
        throw .system("ask to die with the grader")
      }
      // The grader may have died before the request: then nobody would ever send the signal.
      if let parent, getppid() != parent {
        throw FailedStep(message: "the grader is gone")
      }
    }
  }
#endif
