/// A moment after which nobody waits any longer, on a clock that nobody can set.
///
/// The clock is `CLOCK_MONOTONIC` on Linux; it stands still while the machine sleeps.
package struct Deadline: Sendable, Comparable {
  private let instant: SuspendingClock.Instant

  /// The moment that lies the given time ahead.
  package init(after delay: Duration) {
    instant = SuspendingClock.now.advanced(by: delay)
  }

  /// Whether the moment has come.
  package var hasPassed: Bool { SuspendingClock.now >= instant }

  /// The time left, in whole milliseconds rounded up, at most `cap`; zero once it has passed.
  func milliseconds(atMost cap: Int) -> Int32 {
    let left = SuspendingClock.now.duration(to: instant)
    guard left > .zero else { return 0 }
    guard left < .milliseconds(cap) else { return Int32(cap) }
    return Int32(((left / .milliseconds(1)).rounded(.up)))
  }

  /// The earlier moment is the smaller one.
  package static func < (first: Deadline, second: Deadline) -> Bool {
    first.instant < second.instant
  }
}
