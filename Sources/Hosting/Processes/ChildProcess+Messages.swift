import Foundation

extension ChildProcess {
  /// Why a message could not be sent or received whole.
  package enum Interruption: Sendable, Equatable {
    /// The process closed its end of the pipe, and goes on running.
    case closed
    /// Time was up first; the process runs on until it is finished or killed.
    case deadlinePassed
    /// The process printed more than it may and has been ended.
    case outputExceeded
    /// The process has ended.
    case exited(Status)
  }

  /// The outcome of sending.
  package enum IOOutcome: Sendable, Equatable {
    case done
    case interrupted(Interruption)
  }

  /// The outcome of receiving.
  package enum Received: Sendable, Equatable {
    case bytes([UInt8])
    case interrupted(Interruption)
  }

  /// How long a process that closed a pipe may take to be seen ending.
  private static var settlingTime: Duration { .milliseconds(500) }

  /// Writes a request, as fast as the process reads and no longer than the deadline.
  ///
  /// - Precondition: the process was launched connected.
  package mutating func send(_ bytes: [UInt8], by deadline: Deadline) -> IOOutcome {
    var sent = 0
    while sent < bytes.count {
      if !requests.isOpen { return .interrupted(settle(by: deadline)) }
      switch wait(for: .sending, until: deadline) {
      case .deadline: return .interrupted(.deadlinePassed)
      case .ended: return .interrupted(reasonOfEnd)
      case .ready:
        let portion = bytes[sent...].withUnsafeBytes { requests.write($0) }
        if case .bytes(let count) = portion { sent += count }
        if portion == .closed { requests.close() }
      }
    }
    return .done
  }

  /// Reads exactly so many bytes of the response.
  ///
  /// Memory grows with the bytes that arrive, not with the number announced; the caller caps that
  /// number all the same. What arrived of an interrupted message is gone.
  ///
  /// - Precondition: the process was launched connected.
  package mutating func receive(exactly count: Int, by deadline: Deadline) -> Received {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if !responses.isOpen { return .interrupted(settle(by: deadline)) }
      switch wait(for: .receiving, until: deadline) {
      case .deadline: return .interrupted(.deadlinePassed)
      case .ended: return .interrupted(reasonOfEnd)
      case .ready:
        if exit?.outputExceeded == true { return .interrupted(.outputExceeded) }
        readResponse(into: &bytes, atMost: count - bytes.count)
      }
    }
    return .bytes(bytes)
  }

  /// How many bytes of a response wait to be read; more than none before a request is a fault.
  package func unreadCount() -> Int {
    var count: Int32 = 0
    return ioctl(responses.number, UInt(readableCountRequest), &count) == 0 ? Int(count) : 0
  }

  private mutating func readResponse(into bytes: inout [UInt8], atMost count: Int) {
    let size = min(count, Self.chunkSize)
    let portion = withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { room in
      let portion = responses.read(into: room)
      if case .bytes(let arrived) = portion { bytes.append(contentsOf: room[..<arrived]) }
      return portion
    }
    if portion == .closed { responses.close() }
  }

  /// A pipe was closed: tells a process that is ending from one that goes on without it.
  private mutating func settle(by deadline: Deadline) -> Interruption {
    switch wait(for: .nothing, until: min(deadline, Deadline(after: Self.settlingTime))) {
    case .ended: reasonOfEnd
    case .deadline, .ready: .closed
    }
  }

  private var reasonOfEnd: Interruption {
    guard let exit else { return .closed }
    return exit.outputExceeded ? .outputExceeded : .exited(exit.status)
  }
}
