import Coursework
import Foundation
import Grading

/// A submission answering in a process of its own, under limits.
///
/// A class because it owns a running process and every exchange changes its state. Use it on the
/// thread that made it, and call `close()` there.
final class WorkerRespondent: Respondent {
  private var process: ChildProcess
  private let deadline: Deadline
  private let limits: WorkerLimits
  private let lines: KnownLines
  /// Once silent, always silent: a worker that died answers nothing more.
  private var silence: Silence?
  private var asked = 0

  /// No course leaves more open than this.
  private static var mostConventions: Int { 20 }
  /// How long a worker may take to end once the requests have ended.
  private static var grace: Duration { .milliseconds(500) }

  init(
    program: WorkerProgram, directory: String, limits: WorkerLimits, isolation: Isolation
  ) throws(HostError) {
    self.limits = limits
    lines = program.lines
    process = try program.start(in: directory, limits: limits.resources, isolation: isolation)
    deadline = Deadline(after: limits.wallTime)
    switch receive(by: deadline) {
    case .success(.hello(Message.version, _)): break
    case .success: silence = .protocolError("the worker did not greet as it should")
    case .failure(let cause): silence = .unasked(cause.silence)
    }
  }

  func reply(to question: Question) throws -> Reply {
    if let silence { return .silence(silence) }
    switch exchange(question) {
    case .success(let response):
      // Only names that we know, and few: a worker may write what it likes. The conventions that
      // there are the course knows, and the grader asks it.
      return .answer(
        response.answer, changed: response.changed.filter { question.inputs[$0] != nil },
        conventions: Array(response.conventions.prefix(Self.mostConventions)))
    case .failure(.notImplemented): return .silence(.notImplemented)
    case .failure(.threw(let words)): return .silence(lines.error(words))
    case .failure(.silent(let cause)):
      silence = cause
      return .silence(cause)
    }
  }

  /// Ends the process and everything that it started.
  func close() {
    _ = process.finish(grace: silence == nil ? Self.grace : .zero)
  }

  // MARK: - One exchange

  private enum Refusal: Error {
    case notImplemented
    case threw(String)
    case silent(Silence)

    var silence: Silence {
      switch self {
      case .notImplemented: .notImplemented
      case .threw(let words): .threw(words)
      case .silent(let silence): silence
      }
    }
  }

  private typealias Response = (answer: Answer, changed: [String], conventions: [String])

  private func exchange(_ question: Question) -> Result<Response, Refusal> {
    guard process.unreadCount() == 0 else {
      return .failure(.silent(.protocolError("it answered before it was asked")))
    }
    asked += 1
    let nonce = "\(asked)-" + String(UInt64.random(in: .min ... .max), radix: 16)
    let request = Message.question(question, nonce: nonce).frame.bytes
    if case .interrupted(let cause) = process.send(request, by: deadline) {
      return .failure(.silent(silence(after: cause)))
    }
    switch receive(by: deadline) {
    case .success(.answer(let answer, let changed, let conventions, nonce)):
      return .success((answer, changed, conventions))
    case .success(.failure(let failure, nonce)):
      switch failure {
      case .notImplemented: return .failure(.notImplemented)
      // A submission may throw `BadQuestion` itself; that no scheme causes one is tested elsewhere.
      case .threw(let words), .badQuestion(let words): return .failure(.threw(words))
      }
    case .success: return .failure(.silent(.protocolError("it answered another question")))
    case .failure(let refusal): return .failure(refusal)
    }
  }

  private func receive(by deadline: Deadline) -> Result<Message, Refusal> {
    do {
      let prefix = try bytes(Frame.prefixLength, by: deadline)
      let header = try Frame.header(bytes(Frame.headerLength(prefix: prefix), by: deadline))
      let data = try bytes(header.dataLength, by: deadline)
      return .success(try Message(Frame(header: header, data: data)))
    } catch let refusal as Refusal {
      return .failure(refusal)
    } catch {
      return .failure(.silent(.protocolError("\(error)")))
    }
  }

  private func bytes(_ count: Int, by deadline: Deadline) throws -> [UInt8] {
    switch process.receive(exactly: count, by: deadline) {
    case .bytes(let bytes): return bytes
    case .interrupted(let cause): throw Refusal.silent(silence(after: cause))
    }
  }

  // MARK: - Why a worker fell silent

  private func silence(after cause: ChildProcess.Interruption) -> Silence {
    switch cause {
    case .deadlinePassed: .timedOut(limit: limits.processorSeconds)
    case .outputExceeded: .outputExceeded(limit: limits.resources.output >> 20)
    case .closed: .protocolError("the worker closed its connection")
    case .exited: limits.silence(after: process.finish(grace: .zero), in: lines)
    }
  }
}
