import Foundation

/// Everything that descends from one spawned process, ended as a whole.
///
/// A process group is not enough: the compiler's driver, for one, gives every job a group of its
/// own. A session is what we spawn into, and leaving it takes a fork and an intent; those who left
/// are found as orphans that came to this process, the child subreaper.
enum Session {
  /// Kills every process of the session and every stray until none is left.
  ///
  /// The leader must not have been reaped: as a zombie it keeps its number, and so the session's,
  /// from being given to somebody else. It stays unreaped.
  ///
  /// - Parameter leader: the spawned process, whose number is also the session's.
  /// - Returns: how many were still there after five seconds, normally zero.
  static func end(_ leader: pid_t) -> Int {
    let deadline = Deadline(after: .seconds(5))
    var pause: useconds_t = 100
    while true {
      // The kernel sends to a whole group at once, so not even a fork bomb can run ahead of this.
      kill(-leader, SIGKILL)
      // Only once the leader is dead have its children come to us, where a pass can find them; and
      // only a pass that found nothing proves that nobody's death has brought us more.
      let leaderHasEnded = LiveChildren.hasEnded(leader)
      let found = endMembers(of: leader)
      if leaderHasEnded && found == 0 { return 0 }
      if deadline.hasPassed { return max(found, 1) }
      usleep(pause)
      pause = min(2 * pause, 10_000)
    }
  }

  /// One pass over all processes; returns how many belonged to us, reaped by now or not.
  private static func endMembers(of leader: pid_t) -> Int {
    visibleProcesses().count { process in
      guard process != leader, process != getpid() else { return false }
      guard getsid(process) == leader else { return LiveChildren.endStray(process) }
      kill(process, SIGKILL)
      // Only an orphan that came to us can be reaped here; for others this fails.
      waitpid(process, nil, WNOHANG)
      return true
    }
  }
}
