#if os(Linux)
  import Glibc

  extension Launcher {
    /// Gives up every way out of these folders and calls, for this process and all that it becomes.
    static func confine(_ policy: CallPolicy, _ grants: [Grant]) throws(FailedStep) {
      try dropCapabilities()
      guard processControl(38, 1, 0, 0, 0) == 0 else {  // PR_SET_NO_NEW_PRIVS
        throw .system("promise never to gain privileges")
      }
      try lockFiles(grants)
      try filterCalls(policy)
    }

    /// Takes from root what makes it more than the owner of its files, from the next exec on.
    ///
    /// For anybody else there is nothing to take. The user stays: root's own files are out of
    /// reach by then, and another user could not enter folders that only root may enter.
    private static func dropCapabilities() throws(FailedStep) {
      let (readBound, dropFromBound): (Int32, Int32) = (23, 24)
      guard geteuid() == 0 else { return }
      for capability in UInt(0)..<64 {
        let held = processControl(readBound, capability, 0, 0, 0)
        if held < 0 { return }
        guard held == 0 || processControl(dropFromBound, capability, 0, 0, 0) == 0 else {
          throw .system("give up root's capabilities")
        }
      }
    }

    // MARK: - Files (Landlock)

    private static func lockFiles(_ grants: [Grant]) throws(FailedStep) {
      let version = systemCall(444, 0, 0, 1, 0)  // landlock_create_ruleset, asked for its version
      guard version > 0 else { throw .system("use Landlock") }
      let known = FileRights.known(to: version)
      var attributes = rulesetAttributes(version)
      let rules = withUnsafeBytes(of: &attributes) {
        systemCall(444, Int(bitPattern: $0.baseAddress), $0.count, 0, 0)
      }
      guard rules >= 0 else { throw .system("make a Landlock ruleset") }
      for grant in grants { try add(grant, to: rules, known) }
      guard systemCall(446, rules, 0, 0, 0) == 0 else { throw .system("enter Landlock") }
      close(Int32(rules))
    }

    /// Files; TCP bind and connect; abstract sockets and signals: as far as the kernel knows them.
    static func rulesetAttributes(_ version: Int) -> (UInt64, UInt64, UInt64) {
      (FileRights.known(to: version).rawValue, version >= 4 ? 3 : 0, version >= 6 ? 3 : 0)
    }

    private static func add(
      _ grant: Grant, to rules: Int, _ known: FileRights,
    ) throws(FailedStep) {
      let file = open(grant.path, 0o10000000 | O_CLOEXEC)  // O_PATH
      // What is not there needs no permission: not every system has every folder.
      if file < 0, errno == ENOENT { return }
      guard file >= 0 else { throw .system("find \(grant.path)") }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0 else { throw .system("look at \(grant.path)") }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let rights = FileRights.rights(grant.access, isFolder: isFolder).intersection(known)
      // The kernel's structure is packed: 8 bytes of rights, 4 of descriptor.
      var rule: (UInt64, Int32) = (rights.rawValue, file)
      let result = withUnsafeBytes(of: &rule) {
        systemCall(445, rules, 1, Int(bitPattern: $0.baseAddress), 0)
      }
      guard result == 0 else { throw .system("permit \(grant.path)") }
    }

    // MARK: - Calls (seccomp)

    private static func filterCalls(_ policy: CallPolicy) throws(FailedStep) {
      guard let processor = Processor.current else {
        throw FailedStep(message: "cannot filter calls on this kind of processor")
      }
      let rules = policy.rules(for: UInt32(getpid()))
      let instructions = FilterProgram(rules, on: processor).instructions
      let seccomp = processor == .x86 ? 317 : 277
      let result = instructions.withUnsafeBufferPointer { list in
        // The kernel's structure: a count of 16 bits, padding, a pointer.
        var program: (Int, UnsafePointer<FilterProgram.Instruction>?) = (
          list.count, list.baseAddress,
        )
        return withUnsafeBytes(of: &program) {
          systemCall(seccomp, 1, 0, Int(bitPattern: $0.baseAddress), 0)
        }
      }
      guard result == 0 else { throw .system("filter calls") }
    }
  }

  extension Processor {
    /// The one that this program was compiled for.
    static var current: Processor? {
      #if arch(x86_64)
        .x86
      #elseif arch(arm64)
        .arm
      #else
        nil
      #endif
    }
  }
#endif
