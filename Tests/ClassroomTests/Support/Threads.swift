import Foundation

/// Threads of a test, each with a number.
struct Threads {
  private let group = DispatchGroup()

  /// Starts so many, side by side.
  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    for number in 0..<count {
      group.enter()
      Thread { [group] in
        body(number)
        group.leave()
      }.start()
    }
  }

  /// Waits for their ends, and says whether all came in time.
  func haveEnded(within seconds: Double = 60) -> Bool {
    group.wait(timeout: .now() + seconds) == .success
  }
}

/// Waits up to ten seconds for something to become true, and says whether it did.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<2000 where !condition() { usleep(5_000) }
  return condition()
}
