/// What one process may use; `nil` leaves the inherited limit.
///
/// All but `wallTime` and `output` are set by the kernel for each process of the job and cannot be
/// raised again from within.
package struct ResourceLimits: Sendable, Equatable {
  /// Seconds of processor time; SIGXCPU at this value, SIGKILL one second later.
  package var processorSeconds: Int?
  /// Bytes of heap and other private writable memory; the limit that bites first.
  package var data: Int?
  /// Bytes of address space, reservations included.
  package var addressSpace: Int?
  /// Bytes of any one file that is written; SIGXFSZ beyond.
  package var fileSize: Int?
  /// Bytes of the main thread's stack.
  package var stack: Int?
  /// How many descriptors may be open.
  package var openFiles: Int?
  /// Time on the wall clock, which whoever waits for the process enforces.
  package var wallTime: Duration
  /// Bytes of standard output and standard error together; the process is ended beyond.
  package var output: Int

  /// Limits with everything spelled out.
  package init(
    processorSeconds: Int?, data: Int?, addressSpace: Int?, fileSize: Int?, stack: Int?,
    openFiles: Int?, wallTime: Duration, output: Int = 16 << 20,
  ) {
    self.processorSeconds = processorSeconds
    self.data = data
    self.addressSpace = addressSpace
    self.fileSize = fileSize
    self.stack = stack
    self.openFiles = openFiles
    self.wallTime = wallTime
    self.output = output
  }

  /// For a student's code: 10 s of processor time (and one to tell it), 1 GiB, small files.
  package static let worker = ResourceLimits(
    processorSeconds: 11, data: 1 << 30, addressSpace: 4 << 30, fileSize: 16 << 20,
    stack: 8 << 20, openFiles: 64, wallTime: .seconds(30),
  )

  /// For a compiler at work on a student's code: a minute, 4 GiB, files up to 256 MiB.
  package static let compiler = ResourceLimits(
    processorSeconds: 60, data: nil, addressSpace: 4 << 30, fileSize: 256 << 20, stack: nil,
    openFiles: nil, wallTime: .seconds(60),
  )

  /// The trampoline's options for these limits.
  var options: [String] {
    let table: [(String, Int?)] = [
      ("--cpu", processorSeconds), ("--data", data), ("--address-space", addressSpace),
      ("--file-size", fileSize), ("--stack", stack), ("--open-files", openFiles),
    ]
    return table.flatMap { option, value in value.map { [option, String($0)] } ?? [] }
  }
}
