/// What forked workers give up, written down once, with marks for what differs from one to the next.
struct PythonConfinement: Sendable {
  /// What the trampoline says; nothing where there is no confinement.
  private let text: String

  /// Paths that are filled in for each worker; the trampoline takes what begins with @ for a folder.
  private enum Mark {
    static let readable = "@readable"
    static let scratch = "@scratch"
  }

  /// Lets the trampoline say what workers of this Python give up.
  init(_ runtime: PythonRuntime, _ isolation: Isolation) throws(HostError) {
    guard isolation.level > .limits else {
      text = ""
      return
    }
    let given = Confinement.interpreter(
      runtime.interpreter.program, reading: runtime.folders + [Mark.readable],
      runtime: isolation.runtime, folder: Mark.scratch)
    let launch = Launch(
      program: try Home.trampoline(),
      arguments: ["--print"] + given.options + ["--directory", "/", "--", "-"],
      environment: [:], directory: "/", limits: .worker)
    let exit = try ChildProcess.run(launch, timeLimit: .seconds(20))
    guard exit.status == .exited(0) else {
      throw .zygote("the trampoline says: \(exit.standardError.text)")
    }
    text = exit.standardOutput.text
  }

  /// The same for one worker.
  ///
  /// - Parameters:
  ///   - folders: what it reads beside what every Python reads.
  ///   - scratch: its own folder.
  /// - Returns: a line for each step.
  func text(reading folders: [String], writing scratch: String) -> String {
    text.split(separator: "\n").flatMap { line in
      line.hasSuffix(Mark.readable)
        ? folders.map { line.dropLast(Mark.readable.count) + $0 }
        : [line.replacing(Mark.scratch, with: scratch)]
    }.joined(separator: "\n")
  }
}
