#if os(Linux)
  import Glibc

  extension Launcher {
    /// A folder in the text whose path only the reader knows.
    static let unknownFolderMark = "@"
    /// A process in the text whose number only the reader knows.
    static let unknownProcess = UInt32.max

    /// What `--confine` would do, as lines for a process that confines itself.
    ///
    /// ```
    /// ruleset LANDLOCK-ATTRIBUTES      three numbers
    /// rule RIGHTS PATH                 one for each grant; a path with @ in front is the reader's
    /// filter HEX                       the program for seccomp; 4294967295 is the reader's process
    /// ```
    static func printConfinement(_ policy: CallPolicy, _ grants: [Grant]) throws(FailedStep) {
      let version = systemCall(444, 0, 0, 1, 0)  // landlock_create_ruleset, asked for its version
      guard version > 0 else { throw .system("use Landlock") }
      guard let processor = Processor.current else {
        throw FailedStep(message: "cannot filter calls on this kind of processor")
      }
      let known = FileRights.known(to: version)
      let (files, network, scope) = rulesetAttributes(version)
      print("ruleset \(files) \(network) \(scope)")
      for grant in grants {
        guard let isFolder = isFolder(grant.path) else { continue }
        let rights = FileRights.rights(grant.access, isFolder: isFolder).intersection(known)
        print("rule \(rights.rawValue) \(grant.path)")
      }
      let program = FilterProgram(policy.rules(for: unknownProcess), on: processor)
      print("filter", program.instructions.map(\.hex).joined())
    }

    /// Whether a path is a folder or a file; `nil` where there is nothing.
    private static func isFolder(_ path: String) -> Bool? {
      if path.hasPrefix(unknownFolderMark) { return true }
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      return status.st_mode & S_IFMT == S_IFDIR
    }
  }

  extension FilterProgram.Instruction {
    /// The eight bytes that the kernel reads.
    fileprivate var hex: String {
      let bytes =
        [UInt8(code & 0xFF), UInt8(code >> 8), skipIfTrue, skipIfFalse]
        + (0..<4).map { UInt8(truncatingIfNeeded: operand >> (8 * UInt32($0))) }
      return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
#endif
