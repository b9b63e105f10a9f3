import Foundation

/// Starts a program in a session of its own, with default signals and these descriptors alone.
///
/// - Parameters:
///   - program: an absolute path.
///   - arguments: what follows the program's own name.
///   - environment: all variables.
///   - descriptors: numbers of ours, all above 5, and what they become in the child, 1 to 5.
/// - Returns: the number of the process, of its group and of its session.
/// - Throws: `HostError` when the system refuses to start another process.
func spawn(
  _ program: String, _ arguments: [String], environment: [String: String],
  descriptors: [(ours: Int32, theirs: Int32)],
) throws(HostError) -> pid_t {
  var actions = emptySpawnActions()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  for (ours, theirs) in descriptors {
    posix_spawn_file_actions_adddup2(&actions, ours, theirs)
  }
  if closesUnusedDescriptors {
    for unused in Int32(3)...5 where !descriptors.contains(where: { $0.theirs == unused }) {
      posix_spawn_file_actions_addclose(&actions, unused)
    }
  }

  var attributes = emptySpawnAttributes()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  // A child inherits ignored signals, and we ignore SIGPIPE.
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  let flags =
    Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | newSessionFlag
    | platformSpawnFlags
  posix_spawnattr_setflags(&attributes, Int16(flags))

  var process: pid_t = 0
  let variables = environment.map { "\($0)=\($1)" }.sorted()
  let refusal = withCStrings([program] + arguments) { argv in
    withCStrings(variables) { posix_spawn(&process, program, &actions, &attributes, argv, $0) }
  }
  guard refusal == 0 else {
    throw HostError(
      .launchFailed, "Cannot start a process", at: program,
      advice: "Check the limits on processes and memory (ulimit -a).",
      underlying: SystemError(number: refusal),
    )
  }
  return process
}

/// Lends a list of strings as C wants it: pointers, and a null at the end.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result,
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
