import Foundation

/// A file descriptor of ours, closed at the end of its life, or none.
struct Descriptor: ~Copyable, Sendable {
  /// The number; −1, which `poll` skips, when there is none.
  private(set) var number: Int32

  /// Takes over an open descriptor; `nil` stands for none.
  init(owning number: Int32?) {
    self.number = number ?? -1
  }

  deinit {
    if number >= 0 { Foundation.close(number) }
  }

  /// Whether there is one.
  var isOpen: Bool { number >= 0 }

  /// Closes it now.
  mutating func close() {
    if number >= 0 { Foundation.close(number) }
    number = -1
  }

  /// The same open file under a number of at least `lowest`, closed on exec.
  borrowing func duplicate(from lowest: Int32) -> Descriptor {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, lowest)
    return Descriptor(owning: copy >= 0 ? copy : nil)
  }

  /// Makes reads and writes return at once instead of waiting.
  borrowing func becomeNonBlocking() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
  }

  /// What one read or write achieved.
  enum Portion: Equatable {
    case bytes(Int)
    case nothingYet
    case closed
  }

  /// Reads at most the size of the buffer; never waits on a non-blocking descriptor.
  borrowing func read(into buffer: UnsafeMutableRawBufferPointer) -> Portion {
    while true {
      let count = Foundation.read(number, buffer.baseAddress, buffer.count)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .closed }
      if errno == EAGAIN { return .nothingYet }
      if errno != EINTR { return .closed }
    }
  }

  /// Writes what fits; never waits on a non-blocking descriptor.
  borrowing func write(_ buffer: UnsafeRawBufferPointer) -> Portion {
    while true {
      let count = Foundation.write(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return .bytes(count) }
      if errno == EAGAIN { return .nothingYet }
      if errno != EINTR { return .closed }
    }
  }
}

/// Both ends of a pipe, closed on exec; or, where no pipe is wanted, neither.
struct PipePair: ~Copyable {
  let readEnd: Descriptor
  let writeEnd: Descriptor

  /// Opens a pipe whose ends lie above 9, clear of the numbers 0 to 5 that a child receives.
  ///
  /// - Parameter wanted: whether there shall be a pipe at all.
  /// - Throws: `HostError` when the process has no descriptors left.
  init(wanted: Bool = true) throws(HostError) {
    let raw = wanted ? openPipe() : nil
    let lowReadEnd = Descriptor(owning: raw?.read)
    let lowWriteEnd = Descriptor(owning: raw?.write)
    readEnd = lowReadEnd.duplicate(from: 10)
    writeEnd = lowWriteEnd.duplicate(from: 10)
    guard !wanted || readEnd.isOpen && writeEnd.isOpen else {
      throw HostError(
        .launchFailed, "Cannot open a pipe",
        advice: "Raise the limit on open files (ulimit -n) or grade with fewer jobs.",
        underlying: .current,
      )
    }
  }

  /// Closes the other end; reads on this one do not wait.
  consuming func keepReadEnd() -> Descriptor {
    readEnd.becomeNonBlocking()
    return readEnd
  }

  /// Closes the other end; writes on this one do not wait.
  consuming func keepWriteEnd() -> Descriptor {
    writeEnd.becomeNonBlocking()
    return writeEnd
  }
}
