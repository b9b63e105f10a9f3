import Coursework
import Foundation
import Grading
import Synchronization

/// A Python that has imported NumPy, and nothing of a student's, and forks workers.
///
/// Importing NumPy takes many times as long as forking. A forked worker gives up what one that is
/// started by itself would give up, before it meets anything of a student's.
///
/// A class, because the process is one and all who grade share it.
package final class PythonZygote: Sendable {
  /// The interpreter, and what it says of its NumPy.
  let runtime: PythonRuntime
  private let keeper: Keeper

  /// How long it may take to import NumPy, or to fork.
  private static var patience: Duration { .seconds(20) }

  /// Starts the process.
  ///
  /// - Parameters:
  ///   - interpreter: the Python.
  ///   - script: our file `zygote.py`.
  /// - Throws: `HostError` when it does not come to greet us, as it would without NumPy.
  init(_ interpreter: PythonInterpreter, script: String) throws(HostError) {
    var limits = ResourceLimits.worker
    limits.processorSeconds = nil
    let plain = Launch.plainEnvironment(home: "/")
    let keeper = try Keeper(
      Launch(
        program: interpreter.program, arguments: PythonWorkshop.flags + [script],
        environment: plain.merging(interpreter.environment) { $1 }, directory: "/",
        limits: limits, connected: true))
    self.keeper = keeper
    guard let words = try? keeper.greeting(within: Self.patience) else {
      keeper.endThread()
      throw .noPython("Python \(interpreter.version) cannot import NumPy", interpreter.program)
    }
    runtime = PythonRuntime(interpreter, saying: words)
  }

  /// The first Python of this machine that can import NumPy.
  ///
  /// - Parameters:
  ///   - home: where our own files lie.
  ///   - environment: the variables to look at.
  /// - Returns: it, with NumPy.
  /// - Throws: `HostError` when there is none, none has NumPy, or it is too old.
  static func find(
    home: Home, environment: [String: String]
  ) throws(HostError) -> PythonZygote {
    try PythonInterpreter.first(in: environment) { interpreter throws(HostError) in
      try PythonZygote(interpreter, script: home.pythonZygote)
    }
  }

  deinit { keeper.endThread() }

  /// The number of its process.
  var identifier: pid_t {
    get throws(HostError) {
      try keeper.use { process throws(HostError) in process.identifier }
    }
  }

  /// Forks a worker.
  ///
  /// - Parameters:
  ///   - words: what it is told, as on its command line.
  ///   - confinement: what it gives up, as the trampoline says it; nothing where that is empty.
  ///   - launch: the start that this one stands for: its own folder and its limits.
  /// - Returns: the worker at its very beginning.
  /// - Throws: `HostError` when there is none.
  func fork(
    _ words: [String], confinement: String, for launch: Launch
  ) throws(HostError) -> ChildProcess {
    var pipes = try NamedPipes(in: launch.directory)
    let order = [
      "kind": "fork", "words": words.joined(separator: "\n"), "scratch": launch.directory,
      "grader": String(getpid()), "limits": launch.limits.options.joined(separator: " "),
      "confinement": confinement,
    ]
    let child = try keeper.use { process throws(HostError) -> pid_t in
      let deadline = Deadline(after: Self.patience)
      try process.say(order, by: deadline)
      let answer = try process.words("forked", by: deadline)
      guard let number = answer["process"].flatMap({ pid_t($0) }) else {
        throw .zygote("it names no process")
      }
      // Registered while it is still somebody else's, so that no sweep takes it for a stray.
      let child = try LiveChildren.register { number }
      do throws(HostError) {
        try process.say(["kind": "go"], by: deadline)
        _ = try process.words("ready", by: deadline)
      } catch {
        _ = Session.end(child)
        _ = LiveChildren.reap(child)
        throw error
      }
      return child
    }
    pipes.stopReading()
    return ChildProcess(adopting: child, limits: launch.limits, pipes: pipes)
  }
}

/// Holds the process, and the thread that it was started on: it would die with any other.
private final class Keeper: Sendable {
  private let process = Mutex<ChildProcess?>(nil)
  private let end = DispatchSemaphore(value: 0)

  init(_ launch: Launch) throws(HostError) {
    let failure = Failure()
    let started = DispatchSemaphore(value: 0)
    let thread = Thread { [self] in
      do throws(HostError) {
        try process.withLock { process throws(HostError) in
          process = try ChildProcess(launching: launch)
        }
        started.signal()
        end.wait()
        process.withLock { $0 = nil }
      } catch {
        failure.error.withLock { $0 = error }
        started.signal()
      }
    }
    thread.start()
    started.wait()
    if let error = failure.error.withLock({ $0 }) { throw error }
  }

  /// A class, because the thread writes it and whoever started the thread reads it.
  private final class Failure: Sendable {
    let error = Mutex<HostError?>(nil)
  }

  func endThread() { end.signal() }

  /// Its first words.
  func greeting(within time: Duration) throws(HostError) -> [String: String] {
    try use { process throws(HostError) in
      try process.words("hello", by: Deadline(after: time))
    }
  }

  /// Talks with the process, one after the other.
  func use<Result>(
    _ body: (inout ChildProcess) throws(HostError) -> Result
  ) throws(HostError) -> Result {
    try process.withLock { process throws(HostError) in
      guard var child = process.take() else { throw .zygote("it did not start") }
      do throws(HostError) {
        let result = try body(&child)
        process = consume child
        return result
      } catch {
        process = consume child
        throw error
      }
    }
  }
}

extension ChildProcess {
  /// Sends some words.
  fileprivate mutating func say(
    _ words: [String: String], by deadline: Deadline
  ) throws(HostError) {
    let bytes = Frame(metadata: words, arrays: []).bytes
    guard send(bytes, by: deadline) == .done else { throw .zygote("it does not listen") }
  }

  /// Receives words of a kind.
  fileprivate mutating func words(
    _ kind: String, by deadline: Deadline
  ) throws(HostError) -> [String: String] {
    guard case .bytes(let prefix) = receive(exactly: Frame.prefixLength, by: deadline),
      let length = try? Frame.headerLength(prefix: prefix),
      case .bytes(let text) = receive(exactly: length, by: deadline),
      let header = try? Frame.header(text), let frame = try? Frame(header: header, data: [])
    else { throw .zygote("it fell silent") }
    guard frame.metadata["kind"] == kind else {
      throw .zygote(frame.metadata["description"] ?? "it does not say '\(kind)'")
    }
    return frame.metadata
  }
}

extension HostError {
  static func zygote(_ reason: String) -> HostError {
    HostError(
      .pythonFailed, "Python cannot fork a worker: \(reason)",
      advice: "Run gradecheck doctor; this is no fault of the submission.")
  }
}
