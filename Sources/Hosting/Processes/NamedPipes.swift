import Foundation

/// Our ends of four pipes with names, for a process that somebody else starts.
///
/// In the folder they are called 1 to 4, as the descriptors are that they become in the process,
/// which removes the names when it has opened them.
struct NamedPipes: ~Copyable {
  let output: Descriptor
  let errors: Descriptor
  private(set) var requests: Descriptor
  let responses: Descriptor

  /// Makes the pipes.
  ///
  /// - Throws: `HostError` when the folder or the descriptors refuse.
  init(in folder: String) throws(HostError) {
    let output = try Self.open(folder + "/1", O_RDONLY)
    let errors = try Self.open(folder + "/2", O_RDONLY)
    // A pipe that nobody reads yet can only be opened for both.
    let requests = try Self.open(folder + "/3", O_RDWR)
    let responses = try Self.open(folder + "/4", O_RDONLY)
    self.output = output
    self.errors = errors
    self.requests = requests
    self.responses = responses
  }

  private static func open(_ path: String, _ mode: Int32) throws(HostError) -> Descriptor {
    guard mkfifo(path, 0o600) == 0 else { throw .file("Cannot make a pipe", path) }
    let number = Foundation.open(path, mode | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { throw .file("Cannot open a pipe", path) }
    return Descriptor(owning: number)
  }

  /// Gives up reading the requests ourselves, now that somebody else does: else nothing would tell us
  /// when nobody does any more.
  mutating func stopReading() {
    let path = "/proc/self/fd/\(requests.number)"
    let number = Foundation.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    if number >= 0 { requests = Descriptor(owning: number) }
  }
}

extension ChildProcess {
  /// Takes over a process that somebody else has started in a session of its own, over these pipes.
  ///
  /// - Precondition: it is a registered child of ours.
  init(adopting child: pid_t, limits: ResourceLimits, pipes: consuming NamedPipes) {
    identifier = child
    self.limits = limits
    isWrapped = false
    peakMemoryFloor = 0
    exitNotice = Descriptor(owning: Hosting.exitNotice(of: child))
    output = Stream(descriptor: pipes.output)
    errors = Stream(descriptor: pipes.errors)
    requests = pipes.requests
    responses = pipes.responses
    exit = nil
  }
}
