import Coursework
import Foundation
import Testing

@testable import Hosting

@Suite(
  "Python's zygote", .serialized,
  .enabled(if: adoptsOrphans && Pythons.isThere, "there is no python3 with NumPy"))
struct PythonZygoteTests {
  private func workshop(_ level: IsolationLevel.Choice) throws -> PythonWorkshop {
    try PythonWorkshop(
      Pythons.zygote(), home: .find(), isolation: Levels.proven(level))
  }

  /// A plug-in and an empty submission, with the program that serves both.
  private struct Served {
    let folder: Scratch
    let program: WorkerProgram

    init(_ plugin: String, by workshop: PythonWorkshop) throws {
      folder = try Scratch()
      let path = try folder.write("plugin/plugin.py", plugin)
      let submission = parentFolder(of: try folder.write("submission/empty.py", ""))
      program = workshop.worker(for: submission, by: path)
    }
  }

  /// Starts a worker, asks it once, and ends it.
  private func exit(of program: WorkerProgram, _ workshop: PythonWorkshop) throws
    -> ChildProcess.Exit
  {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    var process = try program.start(
      in: scratch.path, limits: .worker, isolation: workshop.isolation)
    let question = Message.question(Question("any", [:]), nonce: "1").frame.bytes
    #expect(process.send(question, by: Deadline(after: .seconds(10))) == .done)
    return process.finish(grace: .seconds(20))
  }

  @Test(
    "A forked worker does what honest code does, and nothing else",
    .enabled(if: Levels.strong.contains(.landlock), "this machine offers no Landlock"))
  func confined() throws {
    let workshop = try workshop(.landlock)
    let outside = try Scratch()
    let canary = try outside.write("canary", "secret")
    let listener = try #require(PythonProbe.Listener())
    setenv("GRADECHECK_CANARY", "secret", 1)
    let served = try Served(
      """
      import sys
      sys.argv = ["", "\(canary)", "\(listener.port)", "\(getpid())", "\(canary)"]
      \(PythonProbe.text)
      """, by: workshop)
    let exit = try exit(of: served.program, workshop)
    #expect(exit.status == .exited(0), "\(exit.standardError.text)")
    #expect(exit.standardOutput.text == "works\n", "\(exit.standardError.text)")
    #expect(exit.leftBehind == 0)
  }

  @Test(
    "The end of a forked worker is its own",
    arguments: [
      ("os._exit(7)", "exited(7)"),
      ("sys.exit(8)", "exited(8)"),
      ("os.kill(os.getpid(), 11)", "signalled(11)"),
      ("while True: pass", "signalled(24)"),
      ("bytearray(2 << 30)", "signalled(6)"),
    ])
  func ends(deed: String, status: String) throws {
    let workshop = try workshop(.limits)
    let served = try Served(
      """
      import os, sys
      from gradecheck import question

      @question("any")
      def answer(function):
          \(deed)
      """, by: workshop)
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    var limits = ResourceLimits.worker
    limits.processorSeconds = 1
    var process = try served.program.start(
      in: scratch.path, limits: limits, isolation: workshop.isolation)
    let question = Message.question(Question("any", [:]), nonce: "1").frame.bytes
    #expect(process.send(question, by: Deadline(after: .seconds(10))) == .done)
    let exit = process.finish(grace: .seconds(20))
    #expect("\(exit.status)" == status, "\(exit.standardError.text)")
    // The next worker does not mind.
    let next = try Served("print('next')", by: workshop)
    #expect(try self.exit(of: next.program, workshop).standardOutput.text == "next\n")
  }

  @Test("Workers forked at the same time do not mix")
  func together() throws {
    let workshop = try workshop(.limits)
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: 24) { index in
      guard let served = try? Served("print(\(index))", by: workshop) else { return }
      let text = try? exit(of: served.program, workshop).standardOutput.text
      results.put(text ?? "failed \(index)")
      extendLifetime(served)
    }
    #expect(results.all.sorted() == (0..<24).map { "\($0)\n" }.sorted())
  }

  @Test("It ends with whoever holds it")
  func ended() throws {
    let script = try parentFolder(of: Home.find().pythonWorker) + "/zygote.py"
    var zygote: PythonZygote? = try PythonZygote(
      Pythons.runtime().interpreter, script: script)
    let process = try #require(try zygote?.identifier)
    #expect(kill(process, 0) == 0)
    zygote = nil
    #expect(eventually { kill(process, 0) != 0 })
  }
}

/// A class, because several threads write to it.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var texts: [String] = []

  func put(_ text: String) { lock.withLock { texts.append(text) } }
  var all: [String] { lock.withLock { texts } }
}
