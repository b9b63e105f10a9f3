import Dispatch
import Grading
import Synchronization

/// Lets the jobs of one process work side by side, and now and then one of them alone.
///
/// Who comes first goes in first: to be alone one waits for those who came before, and whoever comes
/// later waits in turn, so nobody waits for ever. Work must not ask for a turn within its own.
///
/// A class, because all jobs of a run wait for the same turns.
package final class SharedTurns: Turns {
  private let line = Mutex(Line())

  package init() {}

  /// Does its work as soon as nobody is alone.
  package func beside<Result>(_ work: () throws -> Result) rethrows -> Result {
    try turn(isAlone: false, work)
  }

  /// Does its work while nobody else does any.
  package func alone<Result>(_ work: () throws -> Result) rethrows -> Result {
    try turn(isAlone: true, work)
  }

  /// How many wait at this moment.
  var waiting: Int { line.withLock { $0.waiting.count } }

  private func turn<Result>(isAlone: Bool, _ work: () throws -> Result) rethrows -> Result {
    let gate = DispatchSemaphore(value: 0)
    line.withLock { $0.enter(gate, isAlone: isAlone) }
    gate.wait()
    defer { line.withLock { $0.leave() } }
    return try work()
  }
}

/// Who works and who waits.
private struct Line {
  private(set) var waiting: [(gate: DispatchSemaphore, isAlone: Bool)] = []
  private var working = 0
  /// Whether the one who works wants nobody beside it.
  private var isAlone = false

  mutating func enter(_ gate: DispatchSemaphore, isAlone: Bool) {
    waiting.append((gate, isAlone))
    admit()
  }

  mutating func leave() {
    working -= 1
    isAlone = false
    admit()
  }

  private mutating func admit() {
    while let next = waiting.first, next.isAlone ? working == 0 : !isAlone {
      waiting.removeFirst()
      working += 1
      isAlone = next.isAlone
      next.gate.signal()
    }
  }
}
