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
  private let keeper: Keeper
  /// What a worker gives up, with marks for what differs from one to the next.
  private let confinement: String

  /// How long it may take to import NumPy, or to fork.
  private static var patience: Duration { .seconds(20) }

  /// Paths that are filled in for each worker; the trampoline takes what begins with @ for a folder.
  private enum Mark {
    static let readable = "@readable"
    static let scratch = "@scratch"
  }

  /// Starts the process.
  ///
  /// - Parameters:
  ///   - runtime: the Python.
  ///   - script: our file `zygote.py`.
  ///   - isolation: how workers are kept apart.
  /// - Throws: `HostError` when it does not come to greet us.
  init(_ runtime: PythonRuntime, script: String, isolation: Isolation) throws(HostError) {
    var limits = ResourceLimits.worker
    limits.processorSeconds = nil
    keeper = try Keeper(
      Launch(
        program: runtime.program, arguments: PythonWorkshop.flags + [script],
        environment: Launch.plainEnvironment(home: "/").merging(runtime.environment) { $1 },
        directory: "/", limits: limits, connected: true))
    confinement = try Self.confinement(runtime, isolation)
    try keeper.use { process throws(HostError) in
      _ = try process.words("hello", by: Deadline(after: Self.patience))
    }
  }

  deinit { keeper.endThread() }

  /// The number of its process.
  var identifier: pid_t {
    get throws(HostError) {
      try keeper.use { process throws(HostError) in process.identifier }
    }
  }

  /// What the trampoline says of the confinement of workers; nothing where there is none.
  private static func confinement(
    _ runtime: PythonRuntime, _ isolation: Isolation
  ) throws(HostError) -> String {
    guard isolation.level > .limits else { return "" }
    let given = Confinement.interpreter(
      runtime.program, reading: runtime.folders + [Mark.readable], runtime: isolation.runtime,
      folder: Mark.scratch)
    let launch = Launch(
      program: try Home.trampoline(),
      arguments: ["--print"] + given.options + ["--directory", "/", "--", "-"],
      environment: [:], directory: "/", limits: .worker)
    let exit = try ChildProcess.run(launch, timeLimit: patience)
    guard exit.status == .exited(0) else {
      throw .zygote("the trampoline says: \(exit.standardError.text)")
    }
    return exit.standardOutput.text
  }

  /// Forks a worker.
  ///
  /// - Parameters:
  ///   - words: what it is told, as on its command line.
  ///   - folders: what it reads beside what every Python reads.
  ///   - launch: the start that this one stands for: its own folder and its limits.
  /// - Returns: the worker at its very beginning.
  /// - Throws: `HostError` when there is none.
  func fork(
    _ words: [String], reading folders: [String], for launch: Launch
  ) throws(HostError) -> ChildProcess {
    var pipes = try NamedPipes(in: launch.directory)
    let order = [
      "kind": "fork", "words": words.joined(separator: "\n"), "scratch": launch.directory,
      "grader": String(getpid()), "limits": launch.limits.options.joined(separator: " "),
      "confinement": confinement(reading: folders, writing: launch.directory),
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

  private func confinement(reading folders: [String], writing scratch: String) -> String {
    confinement.split(separator: "\n").flatMap { line in
      line.hasSuffix(Mark.readable)
        ? folders.map { line.dropLast(Mark.readable.count) + $0 }
        : [line.replacing(Mark.scratch, with: scratch)]
    }.joined(separator: "\n")
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
  fileprivate static func zygote(_ reason: String) -> HostError {
    HostError(
      .pythonFailed, "Python cannot fork a worker: \(reason)",
      advice: "Run gradecheck doctor; this is no fault of the submission.")
  }
}
