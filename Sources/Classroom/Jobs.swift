import Foundation
import Synchronization

/// Runs independent jobs side by side, each on a thread that lives as long as the run.
///
/// Workers die with the thread that started them, so jobs must not wander between the threads of a
/// pool.
package enum Jobs {
  /// Works on every item.
  ///
  /// - Parameters:
  ///   - items: What to work on.
  ///   - width: How many jobs run at the same time.
  ///   - job: Works on one item.
  /// - Returns: The results in the order of `items`.
  package static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], width: Int, job: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let done = DispatchGroup()
    let board = Board<Result>(count: items.count)
    for _ in 0..<max(1, min(width, items.count)) {
      done.enter()
      let thread = Thread {
        while let index = board.take(below: items.count) {
          board.put(job(items[index]), at: index)
        }
        done.leave()
      }
      // Threads get half a megabyte by default on some systems; deep comparisons need more.
      thread.stackSize = 8 << 20
      thread.start()
    }
    done.wait()
    return board.all
  }
}

/// What the threads of one run share.
///
/// A class, because they all share the one.
private final class Board<Result: Sendable>: Sendable {
  private let next = Mutex(0)
  private let results: Mutex<[Result?]>

  init(count: Int) { results = Mutex([Result?](repeating: nil, count: count)) }

  func take(below count: Int) -> Int? {
    next.withLock { next in
      defer { next += 1 }
      return next < count ? next : nil
    }
  }

  func put(_ result: Result, at index: Int) {
    results.withLock { $0[index] = result }
  }

  var all: [Result] { results.withLock { $0.compactMap(\.self) } }
}
