import Foundation
import Testing

@testable import Hosting

/// What Python may do, and what it must be able to do, at each level above limits.
@Suite(
  "Isolated Python", .serialized,
  .enabled(if: !Levels.strong.isEmpty, "this machine offers neither Landlock nor bwrap"),
  .enabled(if: Pythons.isThere, "there is no python3 with NumPy"))
struct PythonIsolationTests {
  /// What the probe could do.
  private func feats(_ isolate: (Launch, WorkerProgram.Kind) -> Launch) throws -> [String] {
    let runtime = try Pythons.runtime()
    let (outside, own, scratch) = (try Scratch(), try Scratch(), try ScratchFolder())
    defer { scratch.remove() }
    let canary = try outside.write("canary", "secret")
    let script = try own.write("probe.py", PythonProbe.text)
    let listener = try #require(PythonProbe.Listener())
    setenv("GRADECHECK_CANARY", "secret", 1)
    let program = WorkerProgram(
      path: runtime.interpreter.program,
      arguments: [
        "-s", "-B", "-X", "utf8", script, canary, "\(listener.port)", "\(getpid())", script,
      ],
      environment: runtime.interpreter.environment,
      kind: .interpreted(reading: runtime.folders + [script]))
    var launch = program.launch(in: scratch.path, limits: .worker)
    launch.connected = false
    let exit = try ChildProcess.run(isolate(launch, program.kind), timeLimit: .seconds(20))
    #expect(exit.status == .exited(0), "\(exit.standardError.text)")
    return exit.standardOutput.text.split(separator: "\n").map(String.init)
  }

  @Test("It does what honest code does, and nothing else", arguments: Levels.strong)
  func isolated(level: IsolationLevel.Choice) throws {
    let isolation = try Levels.proven(level)
    #expect(try feats { isolation.isolating(worker: $0, $1) } == ["works"])
  }

  @Test("The probe is hostile: with limits alone it does what it tries")
  func hostile() throws {
    let feats = try feats { launch, _ in launch }
    let all: Set = [
      "reads", "lists", "passwords", "writes", "creates", "changes", "changes itself", "connects",
      "datagrams", "forks", "starts", "signals", "looks", "works",
    ]
    #expect(all.subtracting(feats) == [])
    #expect(!feats.contains("spies"))
  }
}
