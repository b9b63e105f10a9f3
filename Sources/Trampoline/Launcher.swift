// The last trusted code before a program that we do not trust.
//
//     Trampoline --cpu SOFT --data BYTES --address-space BYTES --file-size BYTES --stack BYTES
//                --open-files N --confine worker|compiler --execute PATH --read PATH --write PATH
//                --status relay --parent PID --directory DIR -- PROGRAM ARGUMENT...
//
// It runs in the child that the grader has just spawned, already in a session of its own, with
// 0 = /dev/null, 1 and 2 = captured output, 3 and 4 = requests and responses, 5 = status. It enters
// the folder, lowers every limit for good (soft = hard), closes what it inherited, asks the kernel
// to die with the thread that spawned it, and becomes the program, with the environment it was
// given. A limit that is left out stays as it was.
//
// With `--confine` it also gives up, for the program and all that it starts, root's capabilities,
// every file but those that the (repeatable) options grant, and every call to the kernel that such
// a program does not need. With `--status relay` the program is bwrap with another trampoline in it,
// which reports in place of this one.
//
// With `--print` in front it prints the confinement instead, for a process that forks workers without
// becoming another program, and so has to confine them itself.
//
// A failed step is the grader's misfortune, never the student's: the message goes to descriptors
// 2 and 5 and the exit status is 97. Just before the exec a "+" goes to descriptor 5, which a
// successful exec closes: "+" and nothing else means that the program runs. So a program that itself
// exits with 97 is not mistaken for a failed step, nor can it pretend to be one.

@main
enum Launcher {
  /// The exit status that says "the program never started".
  static let failureStatus: Int32 = 97
  /// Where the grader listens for a failed step.
  static let statusDescriptor: Int32 = 5

  static func main() {
    let words = CommandLine.arguments
    do {
      if words.dropFirst().first == "--probe" { return try probe(words.dropFirst(2)) }
      let isPrinting = words.dropFirst().first == "--print"
      let order = try LaunchOrder(arguments: Array(words.dropFirst(isPrinting ? 1 : 0)))
      guard isPrinting else { try carryOut(order) }
      try printConfinement(order.policy ?? .worker, order.grants)
    } catch {
      report(error)
      exit(failureStatus)
    }
  }

  /// Plays the hostile program that shows what a launch really keeps out.
  private static func probe(_ words: ArraySlice<String>) throws(FailedStep) {
    guard let probe = Probe(words) else { throw FailedStep(message: "cannot probe this") }
    probe.run()
  }

  /// Prepares this process and turns it into the program; returns only by throwing.
  static func carryOut(_ order: LaunchOrder) throws(FailedStep) -> Never {
    guard chdir(order.directory) == 0 else { throw .system("enter the folder \(order.directory)") }
    for limit in order.limits { try apply(limit) }
    for resource in neverGranted {
      try apply(LaunchOrder.Limit(name: "zero", resource: resource, soft: 0, hard: 0))
    }
    closeDescriptors(from: statusDescriptor + 1)
    try dieWithParent(order.parent)
    // Everything that needs a free hand has been done by now.
    if let policy = order.policy { try confine(policy, order.grants) }
    if !order.isRelay {
      _ = fcntl(statusDescriptor, F_SETFD, FD_CLOEXEC)
      _ = write(statusDescriptor, "+", 1)
    }
    try become(order.program, order.arguments)
  }

  /// Lowers one limit, and never asks for more than what this process may have.
  private static func apply(_ limit: LaunchOrder.Limit) throws(FailedStep) {
    var current = rlimit()
    guard getrlimit(limit.resource, &current) == 0 else { throw .system("read \(limit.name)") }
    var wanted = rlimit()
    wanted.rlim_cur = min(rlim_t(limit.soft), current.rlim_max)
    wanted.rlim_max = min(rlim_t(limit.hard), current.rlim_max)
    guard setrlimit(limit.resource, &wanted) == 0 else { throw .system("set \(limit.name)") }
  }

  private static func become(
    _ program: String, _ arguments: [String],
  ) throws(FailedStep) -> Never {
    var vector: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    vector.append(nil)
    execv(program, vector)
    throw .system("start \(program)")
  }

  private static func report(_ failure: FailedStep) {
    let bytes = Array("gradecheck trampoline: \(failure.message)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
    _ = write(statusDescriptor, bytes, bytes.count)
  }
}

/// A step that could not be taken, in words.
struct FailedStep: Error {
  let message: String

  /// A refused system call, with the kernel's own reason.
  static func system(_ step: String) -> FailedStep {
    FailedStep(message: "cannot \(step): \(String(cString: strerror(errno)))")
  }
}
