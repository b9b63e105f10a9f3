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
  /// The lines that a crash may name.
  let lines: KnownLines

  init(
    path: String, arguments: [String] = [], environment: [String: String] = [:],
    kind: Kind = .compiled, lines: KnownLines = KnownLines()
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.kind = kind
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
}
