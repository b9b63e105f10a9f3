#if canImport(Darwin)
  extension Launcher {
    /// macOS offers nothing of the kind to a program that is not signed for it.
    static func confine(_ policy: CallPolicy, _ grants: [Grant]) throws(FailedStep) {
      throw FailedStep(message: "cannot confine a process on this system")
    }

    /// There is nothing to print either.
    static func printConfinement(_ policy: CallPolicy, _ grants: [Grant]) throws(FailedStep) {
      throw FailedStep(message: "cannot confine a process on this system")
    }
  }
#endif
