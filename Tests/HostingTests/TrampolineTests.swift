import Foundation
import Testing

@testable import Hosting

@Suite("Trampoline", .serialized)
struct TrampolineTests {
  @Test(
    "An order that cannot be carried out ends in 97 and a message, whichever step it is",
    arguments: [
      ([], "no program"),
      (["--directory", "/", "--"], "no program"),
      (["--", "/bin/true"], "--directory is missing"),
      (["--directory", "/nowhere", "--", "/bin/true"], "/nowhere"),
      (["--directory", "/", "--cpu", "-1", "--", "/bin/true"], "--cpu -1"),
      (["--directory", "/", "--cpu", "soon"], "--cpu soon"),
      (["--directory", "/", "--speed", "1", "--", "/bin/true"], "--speed"),
      (["--directory", "/", "--data"], "--data has no value"),
      (["--directory", "/", "--", "/bin/nowhere"], "/bin/nowhere"),
      (["--directory", "/", "--parent", "1", "--", "/bin/true"], "the grader is gone"),
    ] as [([String], String)])
  func failures(arguments: [String], words: String) throws {
    let (status, message) = try run(arguments)
    #expect(status == 97)
    #expect(message.hasPrefix("gradecheck trampoline: "))
    #expect(message.contains(words))
  }

  @Test("What follows -- is the program's, whatever it looks like")
  func arguments() throws {
    let script = ["-c", "echo $* >&2", "sh", "--cpu", "--", "1"]
    let order = ["--directory", "/", "--", "/bin/sh"] + script
    let (status, message) = try run(order)
    #expect(status == 0)
    #expect(message == "--cpu -- 1\n")
  }

  @Test(
    "The program dies with the thread that spawned it, confined or not",
    .enabled(if: isFolder("/proc")),
    arguments: [[]] + (Levels.strong.isEmpty ? [] : [["--confine", "worker", "--execute", "/"]]))
  func threadDeath(confinement: [String]) async throws {
    let token = uniqueSleep()
    let trampoline = try Home.trampoline()
    let line =
      confinement
      + ["--parent", String(getpid()), "--directory", "/", "--", "/bin/sleep", token]
    let child = await onThread { () -> pid_t? in
      // Registered, or another test's sweep would take it for a stray.
      let child = try? LiveChildren.register { () throws(HostError) -> pid_t in
        try spawn(trampoline, line, environment: [:], descriptors: [])
      }
      // The thread must not end before the request to die with it has been made.
      eventually { processes(naming: token).contains { $0.hasPrefix("/bin/sleep") } }
      return child
    }
    let process = try #require(child)
    let end = try #require(LiveChildren.reap(process))
    #expect(ChildProcess.Status(waitStatus: end.status) == .signalled(SIGKILL))
    #expect(processes(naming: token).isEmpty)
  }

  /// Runs the trampoline by hand; returns its exit status and standard error.
  private func run(_ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    let errors = Foundation.Pipe()
    process.executableURL = URL(fileURLWithPath: try Home.trampoline())
    process.arguments = arguments
    process.standardError = errors
    try process.run()
    let message = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: message, as: UTF8.self))
  }
}
