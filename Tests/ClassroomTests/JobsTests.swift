import Classroom
import Foundation
import Testing

@Suite("Jobs")
struct JobsTests {
  @Test("Results keep the order of the items, whatever the width", arguments: [1, 2, 7, 100])
  func order(width: Int) {
    let items = Array(0..<50)
    let results = Jobs.run(items, width: width) { item in
      usleep(UInt32((item * 37) % 11) * 100)
      return item * item
    }
    #expect(results == items.map { $0 * $0 })
  }

  @Test("Nothing to do is done at once")
  func nothing() {
    #expect(Jobs.run([Int](), width: 4) { $0 }.isEmpty)
  }
}
