#if canImport(Darwin)
  import Darwin

  extension Launcher {
    /// Core files: nobody's homework needs them.
    static let neverGranted = [RLIMIT_CORE]

    /// The kernel's number of a limit; `nil` where the platform does not enforce it.
    ///
    /// macOS reserves more address space for a process than any sensible limit and refuses to set
    /// one below that, hence no `--data` and no `--address-space`.
    static func resource(_ option: String) -> Int32? {
      switch option {
      case "--cpu": RLIMIT_CPU
      case "--file-size": RLIMIT_FSIZE
      case "--stack": RLIMIT_STACK
      case "--open-files": RLIMIT_NOFILE
      default: nil
      }
    }

    /// Closes every descriptor from `first` on.
    static func closeDescriptors(from first: Int32) {
      for descriptor in first..<max(first, getdtablesize()) { _ = close(descriptor) }
    }

    /// macOS has no signal for a parent's death; only a parent that is gone already is noticed.
    static func dieWithParent(_ parent: pid_t?) throws(FailedStep) {
      if let parent, getppid() != parent {
        throw FailedStep(message: "the grader is gone")
      }
    }
  }
#endif
