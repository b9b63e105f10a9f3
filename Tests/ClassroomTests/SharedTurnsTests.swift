import Foundation
import Synchronization
import Testing

@testable import Classroom

@Suite("Turns of a process")
struct SharedTurnsTests {
  private struct Fault: Error {}

  @Test("Who is alone is alone, whatever the others want", arguments: [1, 2, 5])
  func alone(threads: Int) {
    let turns = SharedTurns()
    let inside = Mutex((beside: 0, alone: 0, breaches: 0, done: 0))
    let all = Threads(threads) { number in
      for round in 0..<200 {
        let wantsAlone = (round * 7 + number * 3) % 4 == 0
        let work = {
          inside.withLock { inside in
            if inside.alone > 0 || (wantsAlone && inside.beside > 0) { inside.breaches += 1 }
            if wantsAlone { inside.alone += 1 } else { inside.beside += 1 }
          }
          usleep(UInt32(round % 3) * 50)
          inside.withLock { inside in
            if wantsAlone { inside.alone -= 1 } else { inside.beside -= 1 }
            inside.done += 1
          }
        }
        if wantsAlone { turns.alone(work) } else { turns.beside(work) }
      }
    }
    #expect(all.haveEnded())
    #expect(inside.withLock { $0.breaches } == 0)
    #expect(inside.withLock { $0.done } == 200 * threads)
  }

  @Test("Many work side by side where nobody wants to be alone")
  func beside() {
    let turns = SharedTurns()
    let arrived = Mutex(0)
    // Each stays until all are there, which never happens one by one.
    let all = Threads(4) { _ in
      turns.beside {
        arrived.withLock { $0 += 1 }
        #expect(eventually { arrived.withLock { $0 } == 4 })
      }
    }
    #expect(all.haveEnded())
  }

  @Test("Who waits to be alone is not overtaken, and holds nobody up for longer than its work")
  func order() {
    let turns = SharedTurns()
    let order = Mutex<[String]>([])
    let log = { @Sendable (name: String) in order.withLock { $0.append(name) } }
    var others: [Threads] = []
    turns.beside {
      for (count, name) in ["alone", "beside", "alone too", "beside too"].enumerated() {
        others.append(
          Threads(1) { _ in
            if name.hasPrefix("alone") {
              turns.alone { log(name) }
            } else {
              turns.beside { log(name) }
            }
          })
        #expect(eventually { turns.waiting == count + 1 })
      }
      log("first")
    }
    #expect(others.allSatisfy { $0.haveEnded() })
    #expect(
      order.withLock { $0 } == ["first", "alone", "beside", "alone too", "beside too"])
  }

  @Test("A turn ends where an error is thrown")
  func thrown() {
    let turns = SharedTurns()
    #expect(throws: Fault.self) { try turns.alone { throw Fault() } }
    #expect(throws: Fault.self) { try turns.beside { throw Fault() } }
    #expect(turns.alone { 1 } + turns.beside { 2 } == 3)
  }
}
