import Foundation

/// A running process that we do not trust, in a session and under limits of its own.
///
/// It has `/dev/null` as standard input and, when connected, requests on descriptor 3 and responses
/// on descriptor 4. Every call that waits has a deadline and meanwhile keeps emptying its standard
/// output and standard error, so neither side can block the other for ever.
///
/// On Linux the kernel ends the process together with the *thread* that launched it. Launch, talk
/// to and finish a process on one thread that lives at least as long; never from a task.
///
/// The value owns the process: at the end of its life the process, its descendants and its
/// descriptors are gone, whether or not `finish` was called.
package struct ChildProcess: ~Copyable, Sendable {
  /// The number of the process, of its group and of its session.
  package let identifier: pid_t
  let limits: ResourceLimits
  /// Whether bwrap stands between, which reports a signal as its own exit.
  let isWrapped: Bool
  let peakMemoryFloor: Int
  let exitNotice: Descriptor
  var requests: Descriptor
  var responses: Descriptor
  var output: Stream
  var errors: Stream
  var exit: Exit?

  /// One captured stream.
  struct Stream: ~Copyable, Sendable {
    var descriptor: Descriptor
    var captured = CapturedOutput()
  }

  /// Starts the program and returns once it runs.
  ///
  /// - Parameter launch: what to start, and under which conditions.
  /// - Throws: `HostError` when the program never came to run: no trampoline, no such program or
  ///   folder, no resources. Whatever the program does itself is never an error.
  package init(launching launch: Launch) throws(HostError) {
    try self.init(launching: launch, through: Home.trampoline())
  }

  /// Starts the program through a given trampoline.
  init(launching launch: Launch, through trampoline: String) throws(HostError) {
    let output = try PipePair()
    let errors = try PipePair()
    let status = try PipePair()
    let requests = try PipePair(wanted: launch.connected)
    let responses = try PipePair(wanted: launch.connected)
    let ends = [
      (output.writeEnd.number, 1), (errors.writeEnd.number, 2), (requests.readEnd.number, 3),
      (responses.writeEnd.number, 4), (status.writeEnd.number, Int32(5)),
    ].filter { $0.0 >= 0 }
    let line = launch.order(through: trampoline)
    let child = try LiveChildren.register { () throws(HostError) -> pid_t in
      try spawn(trampoline, line, environment: launch.innerEnvironment, descriptors: ends)
    }
    do throws(HostError) {
      try Self.awaitStart(status.keepReadEnd(), said: errors.readEnd)
    } catch {
      _ = Session.end(child)
      _ = LiveChildren.reap(child)
      throw error
    }

    identifier = child
    limits = launch.limits
    isWrapped = launch.bubblewrap != nil
    // Asked now, because the loan was as large as we were when the program began.
    peakMemoryFloor = ownPeakMemory()
    exitNotice = Descriptor(owning: Hosting.exitNotice(of: child))
    self.output = Stream(descriptor: output.keepReadEnd())
    self.errors = Stream(descriptor: errors.keepReadEnd())
    self.requests = requests.keepWriteEnd()
    self.responses = responses.keepReadEnd()
    exit = nil
  }

  deinit {
    guard exit == nil else { return }
    _ = Session.end(identifier)
    _ = LiveChildren.reap(identifier)
  }
}

extension ChildProcess {
  /// Waits until the trampoline has become the program.
  ///
  /// It sends a mark when all steps but the last are done; a successful last step closes the
  /// descriptor. So the mark alone means success, and anything else is a message, or a death.
  private static func awaitStart(
    _ status: consuming Descriptor, said errors: borrowing Descriptor
  ) throws(HostError) {
    let deadline = Deadline(after: .seconds(10))
    var heard: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1024, alignment: 1)
    defer { room.deallocate() }
    listening: while !deadline.hasPassed, heard.count < 4096 {
      var waiting = pollfd(fd: status.number, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, deadline.milliseconds(atMost: 1000)) > 0 else { continue }
      switch status.read(into: room) {
      case .bytes(let count): heard.append(contentsOf: room[..<count])
      case .nothingYet: continue
      case .closed: break listening
      }
    }
    if heard == [UInt8(ascii: "+")], !deadline.hasPassed { return }
    heard.removeAll { $0 == UInt8(ascii: "+") }
    if heard.isEmpty {
      // bwrap knows nothing of the status and says on standard error what it lacks.
      errors.becomeNonBlocking()
      if case .bytes(let count) = errors.read(into: room) { heard = Array(room[..<count]) }
    }
    let message = String(decoding: heard, as: UTF8.self)
    throw HostError(
      .launchFailed,
      message.isEmpty
        ? "The trampoline did not start the program"
        : message.trimmingCharacters(in: .whitespacesAndNewlines),
      advice: "Run `gradecheck doctor`; this is no fault of the submission.",
    )
  }
}
