import Foundation

extension ChildProcess {
  /// How a process came to its end: the kernel's word, not the process's.
  package enum Status: Sendable, Equatable {
    /// It exited with this status.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)
  }

  /// Why it ended when it did.
  package enum Cause: Sendable, Equatable {
    /// It exited, or a signal that was not ours ended it.
    case itself
    /// It was still there when its time was up.
    case timeLimit
    /// It had printed more than it may.
    case outputLimit
    /// Somebody called `kill()`.
    case request
  }

  /// All there is to know about a process that has ended.
  package struct Exit: Sendable {
    /// How it ended.
    package let status: Status
    /// Why it ended when it did; `killedByUs` in words.
    package let cause: Cause
    /// Its largest resident memory in bytes, descendants that it waited for included.
    ///
    /// `nil` when the kernel's figure is no larger than our own peak at the time of the launch: on
    /// Linux it then speaks about this process, whose memory a child borrows until it starts.
    package let peakMemory: Int?
    /// Processor time spent in its own code, descendants that it waited for included.
    package let userTime: Duration
    /// Processor time spent in the kernel for it, likewise.
    package let systemTime: Duration
    /// What it printed on standard output.
    package let standardOutput: CapturedOutput
    /// What it printed on standard error.
    package let standardError: CapturedOutput
    /// Processes that outlived every attempt to end them; more than zero is worth a warning.
    package let leftBehind: Int

    /// Whether it ended because we ended it.
    package var killedByUs: Bool { cause != .itself }
    /// Whether it was ended because its time was up.
    package var timeLimitHit: Bool { cause == .timeLimit }
    /// Whether it was ended because it printed too much.
    package var outputExceeded: Bool { cause == .outputLimit }
  }
}

extension ChildProcess.Status {
  /// Decodes what `wait4` reports.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7f
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xff) : .signalled(signal)
  }

  /// What became of the program inside bwrap, which exits with 128 and the signal's number.
  ///
  /// A program that exits so by itself seems to have crashed, and gains nothing by it.
  var unwrapped: Self {
    guard case .exited(let status) = self, status > 128, status <= 128 + 64 else { return self }
    return .signalled(status - 128)
  }
}

extension Duration {
  /// The same span of time as a C structure.
  init(_ time: timeval) {
    self = .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
  }
}
