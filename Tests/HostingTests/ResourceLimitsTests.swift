import Foundation
import Testing

@testable import Hosting

@Suite("Resource limits", .serialized)
struct ResourceLimitsTests {
  private func run(
    _ behaviour: String, _ number: Int = 0, _ change: (inout ResourceLimits) -> Void,
  ) throws -> ChildProcess.Exit {
    var limits = ResourceLimits.worker
    change(&limits)
    let launch = try Puppet.launch(behaviour, String(number), limits: limits, connected: false)
    return try ChildProcess.run(launch, timeLimit: .seconds(30))
  }

  @Test("Processor time ends in SIGXCPU")
  func processorTime() throws {
    let exit = try run("spin") { $0.processorSeconds = 1 }
    #expect(exit.status == .signalled(SIGXCPU))
    #expect(exit.cause == .itself)
    #expect(exit.userTime + exit.systemTime > .milliseconds(800))
    #expect(exit.userTime + exit.systemTime < .seconds(2))
  }

  @Test("A file does not grow beyond its limit, and SIGXFSZ says so")
  func fileSize() throws {
    let exit = try run("file", 8) { $0.fileSize = 1 << 20 }
    #expect(exit.status == .signalled(SIGXFSZ))
    let file = try Puppet.folder.get() + "/big"
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    #expect(size == 1 << 20)
  }

  @Test("Memory is refused beyond the limit, whichever of the two bites")
  func memory() throws {
    let heap = try run("allocate", 400) { $0.data = 100 << 20 }
    #expect(heap.status == .signalled(SIGABRT))
    let space = try run("allocate", 400) { $0.addressSpace = 200 << 20 }
    #expect(space.status == .signalled(SIGABRT))
    let neither = try run("allocate", 400) { _ in }
    #expect(neither.status == .exited(0))
  }

  @Test("Peak memory is the child's own, or unknown; never ours")
  func peakMemory() throws {
    // All tests share one process, whose own peak hides whatever is smaller.
    let size = (ownPeakMemory() >> 20) + 500
    let large = try run("allocate", size) { $0.data = (size + 500) << 20 }
    let peak = try #require(large.peakMemory)
    #expect(peak > size << 20)
    #expect(peak < (size + 100) << 20)
    let small = try ChildProcess.run(shell("exit 0"), timeLimit: .seconds(9))
    #expect(small.peakMemory == nil)
  }

  @Test("Endless recursion ends in SIGSEGV soon")
  func stack() throws {
    let exit = try run("recurse") { $0.stack = 1 << 20 }
    #expect(exit.status == .signalled(SIGSEGV))
  }

  @Test("Only so many files can be open")
  func openFiles() throws {
    let exit = try run("open") { $0.openFiles = 20 }
    #expect(exit.standardOutput.text == "17\n")
  }

  /// Root may raise limits wherever it keeps its capabilities.
  private static let levels = (getuid() == 0 ? [] : [.limits]) + Levels.strong

  @Test(
    "No limit can be raised again",
    .enabled(if: !levels.isEmpty, "root may raise its limits, and no level here forbids it"),
    arguments: levels)
  func raising(level: IsolationLevel.Choice) throws {
    let launch = try Levels.proven(level).isolating(worker: Puppet.launch("limits"))
    let exit = try ChildProcess.run(launch, timeLimit: .seconds(30))
    #expect(exit.standardOutput.text == "-1\n")
  }

  @Test("An inherited limit that is lower is kept instead of failing")
  func neverRaises() throws {
    let exit = try run("open") { $0.openFiles = 1 << 40 }
    #expect(exit.status == .exited(0))
  }
}
