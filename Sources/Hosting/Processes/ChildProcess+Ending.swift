extension ChildProcess {
  /// Sends no more requests, gives the process a little time to exit, then ends all of it.
  ///
  /// Nothing of its session and no descendant of it is left. Calling it again changes nothing.
  ///
  /// - Parameter grace: how long it may take to exit by itself.
  /// - Returns: how it ended, and what it printed.
  package mutating func finish(grace: Duration) -> Exit {
    requests.close()
    let deadline = Deadline(after: grace)
    _ = wait(for: .nothing, until: deadline)
    return conclude(.timeLimit)
  }

  /// Ends the process and all that descends from it, now.
  @discardableResult
  package mutating func kill() -> Exit {
    conclude(.request)
  }

  /// Runs a program that is not talked to, from start to end, and captures what it prints.
  ///
  /// - Parameters:
  ///   - launch: what to start, and under which conditions.
  ///   - timeLimit: when it is ended, on the wall clock; `Exit.timeLimitHit` then says so.
  /// - Returns: how it ended, and what it printed.
  /// - Throws: `HostError` when the program never came to run.
  package static func run(
    _ launch: Launch, timeLimit: Duration,
  ) throws(HostError) -> Exit {
    var child = try ChildProcess(launching: launch)
    return child.finish(grace: timeLimit)
  }
}
