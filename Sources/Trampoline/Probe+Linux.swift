#if os(Linux)
  import Glibc

  /// A program that tries what no worker may do and what every worker must be able to do.
  ///
  ///     Trampoline --probe CANARY PORT PROCESS
  ///
  /// It is started through the very launch that workers get. The canary is a file outside its
  /// folder, on the port of the loopback interface somebody listens, and the process is the
  /// grader's. It prints one word for each thing that it could do, and at last `works` if it could
  /// do what honest code does.
  struct Probe {
    let canary: String
    let port: UInt16
    let grader: pid_t

    init?(_ arguments: ArraySlice<String>) {
      let words = Array(arguments)
      guard words.count == 3, let port = UInt16(words[1]), let grader = pid_t(words[2]) else {
        return nil
      }
      (canary, self.port, self.grader) = (words[0], port, grader)
    }

    /// Tries everything, and says what it could do.
    func run() {
      let attempts: [(word: String, succeeds: () -> Bool)] = [
        ("reads", reads), ("writes", writes), ("changes", changes), ("connects", connects),
        ("forks", forks), ("signals", signals), ("spies", spies), ("works", works),
      ]
      for attempt in attempts where attempt.succeeds() {
        let line = Array((attempt.word + "\n").utf8)
        _ = write(STDOUT_FILENO, line, line.count)
      }
    }

    // MARK: - What no worker may do

    private func reads() -> Bool { canOpen(canary, O_RDONLY) }

    private func writes() -> Bool {
      canOpen(canary, O_WRONLY) || canOpen(canary + ".new", O_WRONLY | O_CREAT)
    }

    private func changes() -> Bool { chmod(canary, 0o600) == 0 }

    private func connects() -> Bool {
      let datagrams = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
      if datagrams >= 0 { return true }
      let stream = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      guard stream >= 0 else { return false }
      defer { close(stream) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      return withUnsafeBytes(of: &address) { bytes in
        connect(stream, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, size) == 0
      }
    }

    private func forks() -> Bool {
      let clone = Processor.current == .x86 ? 56 : 220
      let child = systemCall(clone, Int(SIGCHLD), 0, 0, 0)
      if child == 0 { _exit(0) }
      guard child > 0 else { return false }
      waitpid(pid_t(child), nil, 0)
      return true
    }

    private func signals() -> Bool { kill(grader, 0) == 0 }

    /// Finds a variable of the grader's environment, in its own or in the grader's.
    private func spies() -> Bool {
      let given: Set = [
        "PATH", "HOME", "TMPDIR", "LANG", "TZ", "SWIFT_BACKTRACE", "MALLOC_ARENA_MAX",
        "PWD",  // bwrap's own
      ]
      var variable = environ
      while let text = variable.pointee {
        let name = String(cString: text).prefix { $0 != "=" }
        if !given.contains(String(name)) { return true }
        variable += 1
      }
      return canOpen("/proc/\(grader)/environ", O_RDONLY)
    }

    // MARK: - What every worker must be able to do

    /// Writes into its folder, and starts a thread; libdispatch also looks at threads in /proc.
    private func works() -> Bool {
      guard canOpen("file", O_RDWR | O_CREAT), unlink("file") == 0 else { return false }
      guard canOpen("/proc/self/stat", O_RDONLY), canOpen("/dev/null", O_WRONLY) else {
        return false
      }
      var thread = pthread_t()
      guard pthread_create(&thread, nil, { _ in nil }, nil) == 0 else { return false }
      return pthread_join(thread, nil) == 0
    }

    private func canOpen(_ path: String, _ flags: Int32) -> Bool {
      let file = open(path, flags | O_CLOEXEC, 0o600)
      guard file >= 0 else { return false }
      close(file)
      return true
    }
  }
#endif
