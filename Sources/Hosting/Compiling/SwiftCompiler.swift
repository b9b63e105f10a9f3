import Foundation

/// Runs the Swift compiler on code that we do not trust, in a session and under limits of its own.
///
/// It knows no flags but the one that makes diagnostics readable; what is compiled, and how, is for
/// its caller to say. Pass sources by absolute path, so that none is taken for an option.
package struct SwiftCompiler: Sendable {
  /// How one compilation went; all but `compiled` are about the student's code.
  package enum Outcome: Sendable, Equatable {
    /// The compiler was content.
    case compiled
    /// The compiler found errors; there is at least one diagnostic.
    case failed([Diagnostic])
    /// It took longer than it may, on the wall clock or in processor time.
    case timedOut
    /// The compiler itself was ended by this signal.
    case crashed(signal: Int32)
  }

  /// The compiler in use.
  package let toolchain: Toolchain

  /// Uses the compiler of this toolchain.
  package init(toolchain: Toolchain) {
    self.toolchain = toolchain
  }

  /// Compiles once, to the end or to the limits, and leaves no process behind.
  ///
  /// - Parameters:
  ///   - arguments: all arguments of `swiftc` but the style of its diagnostics.
  ///   - directory: an absolute path: working folder, home and place of temporary files.
  ///   - sources: the folder of the student's files, as it stands in `arguments`.
  ///   - names: the student's names for files in `sources` that were given others.
  ///   - limits: what each process of the compiler may use, and the whole on the wall clock.
  ///   - confinement: what it may reach; `nil` for sources of our own.
  /// - Returns: how it went.
  /// - Throws: `HostError` when the compiler could not be started.
  package func compile(
    _ arguments: [String], in directory: String, sources: String, names: [String: String] = [:],
    limits: ResourceLimits = .compiler, confinement: Confinement? = nil,
  ) throws(HostError) -> Outcome {
    var launch = Launch(
      program: toolchain.compiler,
      arguments: ["-diagnostic-style=llvm"] + arguments,
      environment: Launch.plainEnvironment(home: directory),
      directory: directory,
      limits: limits,
    )
    launch.confinement = confinement
    let exit = try ChildProcess.run(launch, timeLimit: limits.wallTime)
    let reader = DiagnosticReader(
      folder: sources, names: names, hidden: [directory, toolchain.root].filter { $0 != "/" },
    )
    return Self.outcome(of: exit, reader)
  }

  /// Tells the outcomes apart.
  static func outcome(of exit: ChildProcess.Exit, _ reader: DiagnosticReader) -> Outcome {
    if exit.timeLimitHit { return .timedOut }
    if exit.status == .exited(0), !exit.outputExceeded { return .compiled }
    let text = exit.standardError.text
    if let signal = fatalSignal(exit, text), !exit.outputExceeded {
      return signal == SIGXCPU ? .timedOut : .crashed(signal: signal)
    }
    let found = reader.read(text)
    if found.contains(where: { $0.severity == .error }) { return .failed(found) }
    let sentence =
      exit.outputExceeded
      ? "the compiler printed more than it may"
      : "the compiler gave up without saying why"
    let diagnostic = Diagnostic(
      file: nil, line: 0, column: 0, severity: .error, message: sentence,
    )
    return .failed([diagnostic] + found.prefix(Diagnostic.limit - 1))
  }

  /// The signal that ended the driver, or one of its jobs as the driver reports it.
  private static func fatalSignal(_ exit: ChildProcess.Exit, _ text: String) -> Int32? {
    if case .signalled(let signal) = exit.status { return signal }
    let report = /error: [a-z-]+ command failed due to signal ([0-9]{1,3}) \(use -v .*/
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("error: ") {
      if let match = line.wholeMatch(of: report) { return Int32(match.output.1) }
    }
    return nil
  }
}
