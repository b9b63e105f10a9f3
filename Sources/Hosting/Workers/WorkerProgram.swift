import Foundation

/// The program that answers for one submission, and what it needs.
package struct WorkerProgram: Sendable {
  /// What a program is, and so what it must be able to reach.
  enum Kind: Sendable {
    /// Compiled against a kit: it needs Swift's runtime libraries.
    case compiled
    /// Run by an interpreter: it needs these files and folders, each where it is.
    case interpreted(reading: [String])
  }

  /// The absolute path of what is started.
  let path: String
  let arguments: [String]
  /// Variables beside those that every worker gets.
  let environment: [String: String]
  let kind: Kind
  /// Who forks it instead of starting it, where somebody can.
  let fork: Fork?
  /// The lines that a crash may name.
  let lines: KnownLines

  /// How a running Python becomes the program.
  struct Fork: Sendable {
    let zygote: PythonZygote
    /// What it gives up.
    let confinement: PythonConfinement
    /// The arguments after the script.
    let words: [String]
    /// What is read beside Python itself.
    let folders: [String]
  }

  init(
    path: String, arguments: [String] = [], environment: [String: String] = [:],
    kind: Kind = .compiled, fork: Fork? = nil, lines: KnownLines = KnownLines()
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.kind = kind
    self.fork = fork
    self.lines = lines
  }

  /// How it is started in a folder of its own.
  func launch(in directory: String, limits: ResourceLimits) -> Launch {
    let plain = Launch.plainEnvironment(home: directory)
    return Launch(
      program: path, arguments: arguments,
      environment: plain.merging(environment) { $1 }, directory: directory, limits: limits,
      connected: true)
  }

  /// Starts it in a folder of its own, isolated.
  ///
  /// - Throws: `HostError` when it never came to run.
  func start(
    in directory: String, limits: ResourceLimits, isolation: Isolation
  ) throws(HostError) -> ChildProcess {
    let launch = launch(in: directory, limits: limits)
    if let fork {
      let confinement = fork.confinement.text(reading: fork.folders, writing: directory)
      return try fork.zygote.fork(fork.words, confinement: confinement, for: launch)
    }
    return try ChildProcess(launching: isolation.isolating(worker: launch, kind))
  }
}
