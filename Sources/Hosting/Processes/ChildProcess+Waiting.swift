import Foundation

extension ChildProcess {
  /// What a wait is for, beside the process's end.
  enum Interest {
    case nothing
    case sending
    case receiving
  }

  /// What ended a wait.
  enum Wake {
    case ready
    case ended
    case deadline
  }

  /// How much is read or written at a time.
  static var chunkSize: Int { 64 * 1024 }

  /// Waits for the interest, the end of the process or the deadline, and captures output meanwhile.
  ///
  /// Bytes that the process sent before its end are reported ready before its end is.
  mutating func wait(for interest: Interest, until deadline: Deadline) -> Wake {
    while true {
      if exit != nil { return interest == .receiving && hasResponse() ? .ready : .ended }
      if deadline.hasPassed { return .deadline }
      let wanted: (number: Int32, events: Int32) =
        switch interest {
        case .nothing: (-1, 0)
        case .sending: (requests.number, POLLOUT)
        case .receiving: (responses.number, POLLIN)
        }
      // poll skips negative numbers, so a stream that has ended simply stays in the table.
      var table = [
        pollfd(fd: output.descriptor.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.descriptor.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: exitNotice.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wanted.number, events: Int16(wanted.events), revents: 0),
      ]
      // Where the kernel does not announce the end, it is looked for every few milliseconds.
      let nap = deadline.milliseconds(atMost: exitNotice.isOpen ? 60_000 : 5)
      _ = poll(&table, nfds_t(table.count), nap)
      if table[0].revents != 0 { output.capture() }
      if table[1].revents != 0 { errors.capture() }
      if printedCount > limits.output {
        conclude(.outputLimit)
      } else if table[3].revents != 0 {
        return deadline.hasPassed ? .deadline : .ready
      } else if table[2].revents != 0
        || !exitNotice.isOpen && LiveChildren.hasEnded(identifier)
      {
        conclude(.itself)
      }
    }
  }

  private var printedCount: Int { output.captured.totalCount + errors.captured.totalCount }

  private func hasResponse() -> Bool { unreadCount() > 0 }

  /// Ends and reaps whatever is left, takes what was printed last, and writes the exit down.
  ///
  /// - Parameter reason: why it is ended now, unless it turns out to have ended by itself.
  /// - Returns: how it ended, and what it printed.
  @discardableResult
  mutating func conclude(_ reason: Cause) -> Exit {
    if let exit { return exit }
    let hadEnded = LiveChildren.hasEnded(identifier)
    var leftBehind = Session.end(identifier)
    let end = LiveChildren.reap(identifier)
    if end == nil { leftBehind += 1 }
    output.captureRest()
    errors.captureRest()
    requests.close()

    let ending = end.map { Status(waitStatus: $0.status) } ?? .signalled(SIGKILL)
    let status = isWrapped ? ending.unwrapped : ending
    let usage = end?.usage ?? rusage()
    let peak = Int(usage.ru_maxrss) * peakMemoryUnit
    // Too much output is the reason even when its last part was found after the end.
    let endedItself = hadEnded || status != .signalled(SIGKILL)
    let result = Exit(
      status: status,
      cause: printedCount > limits.output ? .outputLimit : endedItself ? .itself : reason,
      peakMemory: peak > peakMemoryFloor ? peak : nil,
      userTime: Duration(usage.ru_utime),
      systemTime: Duration(usage.ru_stime),
      standardOutput: output.captured,
      standardError: errors.captured,
      leftBehind: leftBehind,
    )
    exit = result
    return result
  }
}

extension ChildProcess.Stream {
  /// Reads what is there, at most one chunk, so that a flood cannot keep us from the other work.
  ///
  /// - Returns: whether there may be more.
  @discardableResult
  mutating func capture() -> Bool {
    let portion = withUnsafeTemporaryAllocation(
      byteCount: ChildProcess.chunkSize, alignment: 1,
    ) { room -> Descriptor.Portion in
      let portion = descriptor.read(into: room)
      if case .bytes(let count) = portion { captured.append(room[..<count]) }
      return portion
    }
    if portion == .closed { descriptor.close() }
    return portion != .closed && portion != .nothingYet
  }

  /// Reads what the process left in the pipe, which a pipe's size bounds, and closes it.
  mutating func captureRest() {
    for _ in 0..<64 where capture() {}
    descriptor.close()
  }
}
