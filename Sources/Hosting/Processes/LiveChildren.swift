import Foundation
import Synchronization

/// The processes that this module has spawned and not yet reaped.
///
/// This is the one piece of shared state in the module, because the kernel too keeps a single list
/// of children per process: only with all live children known can an orphan be told from a child
/// that another thread has just spawned.
enum LiveChildren {
  private static let registry = Mutex<Set<pid_t>>([])

  /// The children that live now.
  static var running: Set<pid_t> { registry.withLock { $0 } }

  /// What the kernel is told once: orphans come to us, and a closed pipe is an error, not a death.
  static let preparation: Void = {
    becomeSubreaper()
    signal(SIGPIPE, SIG_IGN)
  }()

  /// Spawns and registers in one step, so that no sweep can meet an unregistered child.
  static func register(
    _ spawn: () throws(HostError) -> pid_t,
  ) throws(HostError) -> pid_t {
    preparation
    return try registry.withLock { live throws(HostError) -> pid_t in
      let child = try spawn()
      live.insert(child)
      return child
    }
  }

  /// Runs `body` while no child is being started.
  ///
  /// A child holds all our open files until it becomes its program. One that is open for writing,
  /// as a copied executable is, could not be started meanwhile: "text file busy".
  static func withoutSpawning<Result>(_ body: () throws -> Result) rethrows -> Result {
    try registry.withLock { _ in try body() }
  }

  /// Waits for a child that has ended or has been killed, and forgets it.
  ///
  /// - Returns: `nil` when it has not ended within two seconds, as a process may that is stuck
  ///   inside the kernel; it stays registered.
  static func reap(_ child: pid_t) -> (status: Int32, usage: rusage)? {
    let deadline = Deadline(after: .seconds(2))
    while true {
      var status: Int32 = 0
      var usage = rusage()
      let result = registry.withLock { live -> pid_t in
        let result = wait4(child, &status, WNOHANG, &usage)
        if result != 0 { live.remove(child) }
        return result
      }
      if result == child { return (status, usage) }
      if result < 0 || deadline.hasPassed { return nil }
      usleep(200)
    }
  }

  /// Ends the process if it is a stray: an orphan that came to us and whose session is foreign.
  ///
  /// Children of other code in this process share our session and are left alone; members of a
  /// live child's session are that child's business.
  ///
  /// - Returns: whether it was a stray; it may be reaped by now.
  static func endStray(_ process: pid_t) -> Bool {
    guard isChild(process) else { return false }
    // Under the lock nobody else reaps, so a child's number cannot pass to another process.
    return registry.withLock { live in
      let session = getsid(process)
      guard isChild(process), session > 0, session != getsid(0), !live.contains(process),
        !live.contains(session)
      else { return false }
      kill(process, SIGKILL)
      waitpid(process, nil, WNOHANG)
      return true
    }
  }

  /// Whether the process is a child of this one, running or not yet reaped.
  private static func isChild(_ process: pid_t) -> Bool {
    var unused = siginfo_t()
    return waitid(P_PID, id_t(process), &unused, WEXITED | WNOHANG | WNOWAIT) == 0
  }

  /// Whether the child has ended and waits to be reaped.
  static func hasEnded(_ child: pid_t) -> Bool {
    var found = siginfo_t()
    let result = waitid(P_PID, id_t(child), &found, WEXITED | WNOHANG | WNOWAIT)
    // A child that other code has reaped behind our back is gone as well.
    return result != 0 || found.si_signo == SIGCHLD
  }
}
