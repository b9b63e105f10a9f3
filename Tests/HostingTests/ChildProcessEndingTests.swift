import Foundation
import Testing

@testable import Hosting

@Suite("Ending a child process", .serialized)
struct ChildProcessEndingTests {
  @Test("Who sleeps past the deadline is ended, and soon", .timeLimit(.minutes(1)))
  func sleeper() throws {
    let exit = try ChildProcess.run(shell("sleep 100"), timeLimit: .milliseconds(200))
    #expect(exit.timeLimitHit)
    #expect(exit.killedByUs)
    #expect(exit.status == .signalled(SIGKILL))
  }

  @Test("Ignoring polite signals does not help, nor does stopping", arguments: ["deaf", "spin"])
  func ignoresSignals(behaviour: String) throws {
    let exit = try ChildProcess.run(
      try Puppet.launch(behaviour, connected: false), timeLimit: .milliseconds(300))
    #expect(exit.timeLimitHit)
    #expect(exit.status == .signalled(SIGKILL))
  }

  @Test("A process that stopped itself is ended")
  func stopped() throws {
    let exit = try ChildProcess.run(shell("kill -STOP $$"), timeLimit: .milliseconds(200))
    #expect(exit.timeLimitHit)
    #expect(exit.leftBehind == 0)
  }

  @Test(
    "A flood of output is cut short and kept small",
    arguments: ["", " >&2", " | tee /dev/stderr"])
  func flood(redirection: String) throws {
    let before = ownPeakMemory()
    let exit = try ChildProcess.run(
      shell("head -c 100000000 /dev/zero\(redirection)"), timeLimit: .seconds(30))
    #expect(exit.outputExceeded)
    #expect(exit.killedByUs)
    let printed = exit.standardOutput.totalCount + exit.standardError.totalCount
    #expect(printed > 16 << 20)
    #expect(printed < 20 << 20)
    #expect(ownPeakMemory() - before < 10 << 20)
  }

  @Test("A grandchild that holds the pipes delays nothing and is gone", .timeLimit(.minutes(1)))
  func grandchild() throws {
    let token = uniqueSleep()
    let exit = try ChildProcess.run(
      shell("sleep \(token) & echo started"), timeLimit: .seconds(30))
    #expect(exit.status == .exited(0))
    #expect(exit.standardOutput.text == "started\n")
    #expect(processes(naming: token).isEmpty)
  }

  @Test(
    "A daemon that left the session twice over is found and ended",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setsid")),
    arguments: [
      "setsid sh -c 'echo up; sleep TOKEN' & exit 0",
      "(setsid sh -c 'echo up; sleep TOKEN & sleep TOKEN' &) ; exit 0",
      "setsid sh -c '(setsid sh -c \"echo up; setsid sleep TOKEN & sleep 9\" &) ; sleep 9' & sleep 9",
      "sh -c 'echo up; sleep TOKEN & sleep TOKEN & wait' & exec sleep 9",
    ])
  func daemon(script: String) throws {
    let token = uniqueSleep()
    let launch = shell(script.replacingOccurrences(of: "TOKEN", with: token))
    var wasUp = false
    // Another test's job may sweep the stray away before it says a word: then once more.
    for _ in 0..<20 where !wasUp {
      var child = try ChildProcess(launching: launch)
      usleep(200_000)
      let exit = child.finish(grace: .milliseconds(100))
      wasUp = exit.standardOutput.text == "up\n"
      #expect(exit.leftBehind == 0)
      #expect(processes(naming: token).isEmpty)
    }
    #expect(wasUp)
  }

  @Test("A process name made to confuse does not hide it")
  func confusingName() throws {
    let scratch = try Scratch()
    let name = scratch.path + "/a) S 1 1 (b c"
    try FileManager.default.copyItem(atPath: "/bin/sleep", toPath: name)
    let token = uniqueSleep()
    let exit = try ChildProcess.run(shell("'\(name)' \(token) & exit 0"), timeLimit: .seconds(9))
    #expect(exit.leftBehind == 0)
    #expect(processes(naming: token).isEmpty)
  }

  @Test("A process that nobody finished goes with its value")
  func forgotten() throws {
    let token = uniqueSleep()
    do {
      let child = try ChildProcess(launching: shell("exec sleep \(token)"))
      #expect(child.identifier > 0)
      // A process in the middle of an exec has no command line for a moment.
      #expect(eventually { !processes(naming: token).isEmpty })
    }
    #expect(processes(naming: token).isEmpty)
  }

  @Test("Children of other code in this process are left alone")
  func bystander() throws {
    let token = uniqueSleep()
    let bystander = Process()
    bystander.executableURL = URL(fileURLWithPath: "/bin/sleep")
    bystander.arguments = [token]
    try bystander.run()
    // It inherits this thread's blocked signals, so only this one is sure to reach it.
    defer { kill(bystander.processIdentifier, SIGKILL) }
    _ = try ChildProcess.run(shell("exit 0"), timeLimit: .seconds(9))
    #expect(bystander.isRunning)
    #expect(!processes(naming: token).isEmpty)
  }

  @Test("Jobs on several threads do not end one another")
  func parallelJobs() async throws {
    let statuses = await withTaskGroup(of: [ChildProcess.Status?].self) { group in
      for worker in 0..<4 {
        group.addTask {
          await onThread {
            (0..<25).map { round in
              let script = "sleep 0.01 & (setsid sleep 60 &); exit \(worker * 25 + round)"
              return try? ChildProcess.run(shell(script), timeLimit: .seconds(30)).status
            }
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let codes = statuses.compactMap { status -> Int32? in
      if case .exited(let code) = status { code } else { nil }
    }
    #expect(codes.sorted() == Array(0..<100))
  }

  @Test("Finishing twice, and killing what has ended, changes nothing")
  func idempotence() throws {
    var child = try ChildProcess(launching: shell("exit 9"))
    #expect(child.finish(grace: .seconds(9)).status == .exited(9))
    #expect(child.finish(grace: .zero).status == .exited(9))
    #expect(child.kill().cause == .itself)
  }

  @Test("Killing says that it was asked for")
  func killing() throws {
    var child = try ChildProcess(launching: shell("sleep 100"))
    let exit = child.kill()
    #expect(exit.cause == .request)
    #expect(exit.status == .signalled(SIGKILL))
  }
}

/// Runs the body on a thread of its own, as whoever spawns processes must.
func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread { continuation.resume(returning: body()) }.start()
  }
}
