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
  func silence(after exit: ChildProcess.Exit) -> Silence {
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
      return .crashed(signal: signal, words: Self.lastWords(in: words))
    }
  }

  /// What the runtime said last: "Submission.swift:31: Index out of range".
  ///
  /// The place is kept only where it lies in a file of the submission; one in our own modules or in
  /// the standard library tells a student nothing.
  static func lastWords(in text: String) -> String? {
    let marker = "Fatal error: "
    guard
      let line = text.split(whereSeparator: \.isNewline).last(where: { $0.contains(marker) }),
      let range = line.range(of: marker)
    else { return nil }
    let words = line[range.upperBound...].prefix(400)
    let place = line[..<range.lowerBound].split(separator: "/").last.map(String.init) ?? ""
    return line.hasPrefix("StudentWork/") ? place + words : String(words)
  }
}
