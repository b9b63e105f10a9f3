import Foundation
import Testing

@testable import Hosting

@Suite("Child process")
struct ChildProcessTests {
  @Test("The exit status is what the program says", arguments: [0, 1, 7, 97, 127, 255] as [Int32])
  func exitStatus(status: Int32) throws {
    let exit = try ChildProcess.run(shell("exit \(status)"), timeLimit: .seconds(10))
    #expect(exit.status == .exited(status))
    #expect(exit.cause == .itself)
  }

  @Test(
    "A signal that ends the program is reported, and never taken for ours",
    arguments: [SIGKILL, SIGSEGV, SIGABRT, SIGTERM, SIGPIPE])
  func signals(signal: Int32) throws {
    let exit = try ChildProcess.run(shell("kill -\(signal) $$"), timeLimit: .seconds(10))
    #expect(exit.status == .signalled(signal))
    #expect(!exit.killedByUs)
  }

  @Test("Both streams are captured apart")
  func streams() throws {
    let exit = try ChildProcess.run(shell("echo out; echo err >&2"), timeLimit: .seconds(10))
    #expect(exit.standardOutput.text == "out\n")
    #expect(exit.standardError.text == "err\n")
    #expect(exit.standardOutput.droppedCount == 0)
  }

  @Test("Standard input is empty")
  func standardInput() throws {
    let exit = try ChildProcess.run(shell("wc -c"), timeLimit: .seconds(10))
    #expect(exit.standardOutput.text.contains("0"))
  }

  @Test("The environment is exactly what was given")
  func environment() throws {
    setenv("GRADECHECK_CANARY", "secret", 1)
    var launch = shell("")
    launch.program = "/usr/bin/env"
    launch.arguments = []
    launch.environment = ["A": "1", "B": "two words", "EMPTY": ""]
    let exit = try ChildProcess.run(launch, timeLimit: .seconds(10))
    #expect(exit.standardOutput.text.split(separator: "\n") == ["A=1", "B=two words", "EMPTY="])
  }

  @Test("It starts in the folder it was given")
  func folder() throws {
    let scratch = try Scratch()
    let exit = try ChildProcess.run(shell("pwd -P", in: scratch.path), timeLimit: .seconds(10))
    #expect(exit.standardOutput.text == scratch.path + "\n")
  }

  @Test("No descriptor is inherited but those it is told of", arguments: [false, true])
  func descriptors(connected: Bool) throws {
    // Two that a careless host has left open for every child.
    let leaks = [open("/etc/passwd", O_RDONLY), fcntl(1, F_DUPFD, 200)]
    defer { for leak in leaks { close(leak) } }
    // The shell opens the folder itself under the next free number, which it then lists.
    let list = shell("for f in /proc/$$/fd/*; do echo ${f##*/}; done", connected: connected)
    let exit = try ChildProcess.run(list, timeLimit: .seconds(10))
    let numbers = Set(exit.standardOutput.text.split(separator: "\n").compactMap { Int($0) })
    let own = Set(connected ? 0...4 : 0...2)
    #expect(numbers.isSuperset(of: own))
    #expect(numbers.subtracting(own).count <= 1, "\(numbers)")
    #expect(numbers.filter { $0 >= (connected ? 6 : 4) }.isEmpty, "\(numbers)")
  }

  @Test("It leads a session of its own, without a terminal")
  func session() throws {
    let exit = try ChildProcess.run(
      shell("echo $$; cut -d' ' -f6,7 /proc/$$/stat"), timeLimit: .seconds(10))
    let lines = exit.standardOutput.text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last == "\(lines[0]) 0")
  }

  @Test("A program that does not exist is our fault, in one sentence")
  func missingProgram() throws {
    var launch = shell("")
    launch.program = "/nowhere/program"
    let error = #expect(throws: HostError.self) {
      _ = try ChildProcess.run(launch, timeLimit: .seconds(10))
    }
    #expect(error?.code == .launchFailed)
    #expect(error?.what.contains("/nowhere/program") == true)
  }

  @Test("A folder that does not exist is our fault")
  func missingFolder() throws {
    let error = #expect(throws: HostError.self) {
      _ = try ChildProcess.run(shell("true", in: "/nowhere"), timeLimit: .seconds(10))
    }
    #expect(error?.code == .launchFailed)
  }

  @Test("A trampoline that never gets as far is our fault")
  func brokenTrampoline() throws {
    let error = #expect(throws: HostError.self) {
      _ = try ChildProcess(launching: shell("true"), through: "/bin/false").identifier
    }
    #expect(error?.code == .launchFailed)
  }

  @Test("What was printed before the end is never lost", arguments: 0..<20)
  func lastWords(round: Int) throws {
    let exit = try ChildProcess.run(shell("printf '%60000d' 7; exit 3"), timeLimit: .seconds(10))
    #expect(exit.standardOutput.totalCount == 60_000)
    #expect(exit.status == .exited(3))
  }
}
