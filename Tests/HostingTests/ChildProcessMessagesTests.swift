import Foundation
import Testing

@testable import Hosting

@Suite("Talking with a child process", .serialized)
struct ChildProcessMessagesTests {
  private let soon = Duration.seconds(20)

  @Test("What is sent comes back", arguments: [0, 1, 64, 4096, 65_536, 65_537, 3_000_000])
  func echo(size: Int) throws {
    let sent = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var child = try ChildProcess(launching: try Puppet.launch("echo"))
    // A request larger than both pipes would make an echo wait for its own reader.
    var heard: [UInt8] = []
    for start in stride(from: 0, to: size, by: 32_768) {
      let piece = Array(sent[start..<min(size, start + 32_768)])
      let outcome = child.send(piece, by: Deadline(after: soon))
      #expect(outcome == .done)
      guard case .bytes(let bytes) = child.receive(exactly: piece.count, by: Deadline(after: soon))
      else { break }
      heard += bytes
    }
    #expect(heard == sent)
    let waiting = child.unreadCount()
    #expect(waiting == 0)
    let exit = child.finish(grace: soon)
    #expect(exit.status == .exited(0))
  }

  @Test("A request that nobody reads does not hold us", .timeLimit(.minutes(1)))
  func neverReads() throws {
    var child = try ChildProcess(launching: try Puppet.launch("deaf"))
    let request = [UInt8](repeating: 7, count: 10_000_000)
    let outcome = child.send(request, by: Deadline(after: .milliseconds(300)))
    #expect(outcome == .interrupted(.deadlinePassed))
    let exit = child.finish(grace: .zero)
    #expect(exit.timeLimitHit)
  }

  @Test("A large request that is read arrives whole")
  func reads() throws {
    var child = try ChildProcess(launching: try Puppet.launch("take", "10000000"))
    let request = [UInt8](repeating: 7, count: 10_000_000)
    let outcome = child.send(request, by: Deadline(after: soon))
    #expect(outcome == .done)
    let received = child.receive(exactly: 1, by: Deadline(after: soon))
    #expect(received == .bytes([7]))
  }

  @Test("Printing a lot while being talked to blocks neither side")
  func talkative() throws {
    var child = try ChildProcess(launching: try Puppet.launch("talkative"))
    _ = child.send([1], by: Deadline(after: soon))
    let received = child.receive(exactly: 10, by: Deadline(after: soon))
    #expect(received == .bytes([1] + [UInt8](repeating: 0, count: 9)))
    let exit = child.finish(grace: soon)
    #expect(exit.standardOutput.totalCount == 32 * 65_536)
    #expect(exit.standardError.totalCount == 32 * 65_536)
  }

  @Test("An end between frames is an end, with its status")
  func endsHalfway() throws {
    var child = try ChildProcess(launching: try Puppet.launch("half-frame", "100"))
    let received = child.receive(exactly: 200, by: Deadline(after: soon))
    #expect(received == .interrupted(.exited(.exited(5))))
  }

  @Test("Bytes sent before the end can be read after it")
  func answersThenEnds() throws {
    var child = try ChildProcess(launching: try Puppet.launch("half-frame", "50000"))
    usleep(100_000)
    let first = child.receive(exactly: 49_999, by: Deadline(after: soon))
    #expect(first == .bytes([UInt8](repeating: 0, count: 49_999)))
    let waiting = child.unreadCount()
    #expect(waiting == 1)
    let last = child.receive(exactly: 1, by: Deadline(after: soon))
    #expect(last == .bytes([0]))
    let none = child.receive(exactly: 1, by: Deadline(after: soon))
    #expect(none == .interrupted(.exited(.exited(5))))
  }

  @Test("Who closes every descriptor and exits, has exited; who sleeps, has closed")
  func closesAll() throws {
    var leaving = try ChildProcess(launching: try Puppet.launch("close-all"))
    let first = leaving.receive(exactly: 8, by: Deadline(after: soon))
    #expect(first == .interrupted(.exited(.exited(0))))
    var staying = try ChildProcess(launching: try Puppet.launch("close-all", "100"))
    let second = staying.receive(exactly: 8, by: Deadline(after: soon))
    #expect(second == .interrupted(.closed))
    let outcome = staying.send([1], by: Deadline(after: soon))
    #expect(outcome == .interrupted(.closed))
  }

  @Test("An announced length costs nothing until the bytes arrive")
  func hugeAnnouncement() throws {
    let before = ownPeakMemory()
    var child = try ChildProcess(launching: try Puppet.launch("give", "1000"))
    let received = child.receive(exactly: 4 << 30, by: Deadline(after: soon))
    #expect(received == .interrupted(.exited(.exited(0))))
    #expect(ownPeakMemory() - before < 10 << 20)
  }

  @Test("Dripping bytes do not extend the deadline", .timeLimit(.minutes(1)))
  func drip() throws {
    var child = try ChildProcess(launching: try Puppet.launch("drip"))
    let received = child.receive(exactly: 1000, by: Deadline(after: .milliseconds(300)))
    #expect(received == .interrupted(.deadlinePassed))
  }

  @Test("A flood of output interrupts both sending and receiving")
  func floods() throws {
    var first = try ChildProcess(launching: shell("cat /dev/zero", connected: true))
    let received = first.receive(exactly: 1, by: Deadline(after: soon))
    #expect(received == .interrupted(.outputExceeded))
    var second = try ChildProcess(launching: shell("cat /dev/zero", connected: true))
    let request = [UInt8](repeating: 0, count: 1 << 20)
    let outcome = second.send(request, by: Deadline(after: soon))
    #expect(outcome == .interrupted(.outputExceeded))
    let exit = second.finish(grace: .zero)
    #expect(exit.outputExceeded)
  }
}
