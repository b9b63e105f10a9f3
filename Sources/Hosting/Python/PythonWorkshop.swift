import Digests
import Foundation

/// Looks into submissions that are written in Python, and makes workers of them.
package struct PythonWorkshop: Sendable {
  /// The Python in use.
  package let runtime: PythonRuntime
  /// The one file that speaks for every submission.
  let script: String
  let isolation: Isolation
  private let zygote: PythonZygote
  /// What forked workers give up; `nil` where each is started by itself.
  private let confinement: PythonConfinement?

  /// Works with the first Python of this machine that can import NumPy, and with the worker of our own
  /// sources.
  ///
  /// - Throws: `HostError` where there is no such Python, or our own worker is missing.
  package static func find(
    home: Home, isolation: Isolation,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(HostError) -> PythonWorkshop {
    try PythonWorkshop(
      .find(home: home, environment: environment), home: home, isolation: isolation)
  }

  /// Works with the given Python, which has imported NumPy once for all that it forks.
  ///
  /// - Throws: `HostError` where our own worker is missing.
  init(_ zygote: PythonZygote, home: Home, isolation: Isolation) throws(HostError) {
    script = home.pythonWorker
    guard access(script, R_OK) == 0 else { throw .file("Cannot read Python's worker", script) }
    self.isolation = isolation
    self.zygote = zygote
    runtime = zygote.runtime
    // A process inside bwrap could not become our child.
    confinement =
      isolation.level == .bubblewrap || !adoptsOrphans
      ? nil : try PythonConfinement(zygote.runtime, isolation)
  }

  /// Neither the user's own packages nor bytecode on disk; text is UTF-8 whatever the locale.
  static let flags = ["-s", "-B", "-X", "utf8"]

  /// What becomes of a look into a submission.
  package enum Outcome: Sendable, Equatable {
    case inspected(PythonInspection)
    /// The parser took longer than it may, in seconds.
    case timedOut(limit: Int)
    /// The parser crashed.
    case crashed
  }

  /// Parses the files of a submission, and runs none of them.
  ///
  /// - Parameters:
  ///   - folder: the copies of its files.
  ///   - plugins: whose functions are looked for.
  /// - Returns: what was found, or why nothing was: that is the submission's doing.
  /// - Throws: `HostError` when the inspection did not run.
  package func inspect(_ folder: String, by plugins: [String]) throws(HostError) -> Outcome {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let limits = WorkerLimits(processorSeconds: 10)
    let program = program(
      ["inspect"] + plugins + ["--", folder],
      reading: plugins.map(parentFolder) + [folder])
    var process = try program.start(
      in: scratch.path, limits: limits.resources, isolation: isolation)
    let exit = process.finish(grace: limits.wallTime)
    switch limits.silence(after: exit) {
    case .timedOut(let limit): return .timedOut(limit: limit)
    case .exitedEarly(0):
      let text = Data(exit.standardOutput.text.utf8)
      guard let found = try? JSONDecoder().decode(PythonInspection.self, from: text) else {
        throw .silentInspection(exit.standardError.text)
      }
      return .inspected(found)
    case .exitedEarly: throw .silentInspection(exit.standardError.text)
    default: return .crashed
    }
  }

  /// The program that answers for a submission.
  ///
  /// - Parameters:
  ///   - folder: the copies of its files, which it only reads.
  ///   - plugin: the course's names; files that the course ships lie beside it in `helpers`.
  ///   - lines: the lines that an error may name.
  /// - Returns: what is started for each check.
  package func worker(
    for folder: String, by plugin: String, lines: KnownLines = KnownLines()
  ) -> WorkerProgram {
    program(["serve", plugin, folder], reading: [parentFolder(of: plugin), folder], lines)
  }

  private func program(
    _ words: [String], reading paths: [String], _ lines: KnownLines = KnownLines()
  ) -> WorkerProgram {
    WorkerProgram(
      path: runtime.interpreter.program, arguments: Self.flags + [script] + words,
      environment: runtime.interpreter.environment,
      kind: .interpreted(reading: runtime.folders + [script] + paths),
      fork: confinement.map {
        .init(zygote: zygote, confinement: $0, words: words, folders: paths)
      }, lines: lines)
  }

  /// Digest of all of ours that a submission's answers depend on: the worker, the plugin, and the
  /// files beside it, of the plugin and of the course.
  package func digest(with plugin: String) throws(HostError) -> String {
    let folder = parentFolder(of: plugin)
    let names =
      FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let beside = names.filter { name in
      name.hasSuffix(".py") && (name.hasPrefix("helpers/") || name.hasPrefix("plugin+"))
    }
    var hash = SHA256()
    for file in [script, plugin] + beside.sorted().map({ "\(folder)/\($0)" }) {
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw .file("Cannot read a file of ours", file)
      }
      hash.update([UInt8]("\(file.split(separator: "/").last ?? "") \(bytes.count)\n".utf8))
      hash.update([UInt8](bytes))
    }
    return hash.finalize().hex
  }
}

extension HostError {
  fileprivate static func silentInspection(_ words: String) -> HostError {
    let last = words.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
    return HostError(
      .pythonFailed, "Python cannot look into the submission\(last)",
      advice: "Run gradecheck doctor; this is no fault of the submission.")
  }
}
