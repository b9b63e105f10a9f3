import Digests
import Foundation

/// Looks into submissions that are written in Python, and makes workers of them.
package struct PythonWorkshop: Sendable {
  /// The Python in use.
  package let runtime: PythonRuntime
  /// The one file that speaks for every submission.
  let script: String
  let isolation: Isolation
  /// Forks workers; `nil` where each is started by itself.
  private let zygote: PythonZygote?

  /// Works with the given Python, and the worker of our own sources.
  ///
  /// - Throws: `HostError` where our own worker is missing.
  package init(
    runtime: PythonRuntime, home: Home, isolation: Isolation
  ) throws(HostError) {
    try self.init(runtime: runtime, script: home.pythonWorker, isolation: isolation)
  }

  init(runtime: PythonRuntime, script: String, isolation: Isolation) throws(HostError) {
    guard access(script, R_OK) == 0 else { throw .file("Cannot read Python's worker", script) }
    self.runtime = runtime
    self.script = script
    self.isolation = isolation
    // A process inside bwrap could not become our child.
    zygote =
      isolation.level == .bubblewrap || !adoptsOrphans
      ? nil
      : try PythonZygote(
        runtime, script: parentFolder(of: script) + "/zygote.py", isolation: isolation)
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
      path: runtime.program, arguments: Self.flags + [script] + words,
      environment: runtime.environment,
      kind: .interpreted(reading: runtime.folders + [script] + paths),
      fork: zygote.map { .init(zygote: $0, words: words, folders: paths) }, lines: lines)
  }

  /// Digest of all of ours that a submission's answers depend on: the worker, the plugin, and the
  /// files beside it.
  package func digest(with plugin: String) throws(HostError) -> String {
    let folder = parentFolder(of: plugin)
    let names =
      FileManager.default.enumerator(atPath: folder + "/helpers")?
      .compactMap { $0 as? String } ?? []
    let helpers = names.filter { $0.hasSuffix(".py") }.sorted().map { "\(folder)/helpers/\($0)" }
    var hash = SHA256()
    for file in [script, plugin] + helpers {
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
