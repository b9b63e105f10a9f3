import Foundation
import Grading

/// What a submission may use for one check.
package struct WorkerLimits: Sendable, Hashable {
  /// Seconds of computing.
  package let processorSeconds: Int
  /// Megabytes of memory.
  package let memory: Int

  package init(processorSeconds: Int = 5, memory: Int = 1024) {
    self.processorSeconds = processorSeconds
    self.memory = memory
  }

  /// Waiting is cheaper than computing, and a busy machine makes honest code wait.
  var wallTime: Duration { .seconds(3 * processorSeconds) }

  var resources: ResourceLimits {
    var resources = ResourceLimits.worker
    resources.processorSeconds = processorSeconds
    resources.data = memory << 20
    resources.addressSpace = max(4 * memory, 4096) << 20
    resources.wallTime = wallTime
    return resources
  }

  /// What the end of a worker says about the submission (in this order: its limits, then itself).
  ///
  /// - Parameters:
  ///   - exit: How it ended.
  ///   - lines: The lines that a crash may name.
  /// - Returns: Why it answers nothing more.
  func silence(after exit: ChildProcess.Exit, in lines: KnownLines = KnownLines()) -> Silence {
    switch (exit.cause, exit.status) {
    case (.outputLimit, _): return .outputExceeded(limit: resources.output >> 20)
    case (.timeLimit, _), (_, .signalled(SIGXCPU)): return .timedOut(limit: processorSeconds)
    case (_, .exited(let status)): return .exitedEarly(status: status)
    case (_, .signalled(let signal)):
      let computing = exit.userTime + exit.systemTime
      if signal == SIGKILL, computing >= .seconds(processorSeconds) {
        return .timedOut(limit: processorSeconds)
      }
      let words = exit.standardError.text
      let isFull = exit.peakMemory.map { $0 >= (memory << 20) / 10 * 9 } ?? false
      if isFull || words.contains("failed to allocate") {
        return .memoryExceeded(limit: memory)
      }
      let last = Self.lastWords(in: words)
      let place = last.flatMap { lines[$0.place] } ?? lines.traced(in: words)
      return .crashed(signal: signal, words: last?.words, at: place)
    }
  }

  /// What the runtime said last, and where: "Index out of range", "StudentWork/Submission.swift:31".
  ///
  /// The text is the submission's to forge: neither part is to be believed as it is.
  static func lastWords(in text: String) -> (words: String, place: String)? {
    let marker = "Fatal error: "
    guard
      let line = text.split(whereSeparator: \.isNewline).last(where: { $0.contains(marker) }),
      let range = line.range(of: marker)
    else { return nil }
    let place = line[..<range.lowerBound].prefix(400)
    return (String(line[range.upperBound...].prefix(400)), String(place))
  }
}
