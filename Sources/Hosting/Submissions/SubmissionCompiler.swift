import Digests
import Foundation
import Grading

/// Compiles submissions against kits.
package struct SubmissionCompiler: Sendable {
  private let workshop: Workshop
  private let usesCache: Bool

  package init(workshop: Workshop, usesCache: Bool = true) {
    self.workshop = workshop
    self.usesCache = usesCache
  }

  // Without optimisation traps keep their messages; in Swift 5 mode `print(to: stderr)` compiles.
  // Line tables and frame pointers tell where a crash was.
  private static let flags = [
    "-swift-version", "5", "-parse-as-library", "-module-name", "StudentWork",
    "-suppress-warnings", "-no-color-diagnostics",
    "-Xfrontend", "-solver-expression-time-threshold=10",
    "-gline-tables-only", "-Xcc", "-fno-omit-frame-pointer",
  ]

  /// How long the compiler may take, as students read it.
  private static let secondsAllowed = Int(ResourceLimits.compiler.wallTime.components.seconds)

  /// The one call that makes a worker of a submission.
  ///
  /// No student's file can have its name, because none begins with a slash; on disk it is called
  /// as other files of odd names are.
  static let entry = SourceFiles.File(
    name: "/@entry.swift",
    bytes: [UInt8](
      """
      import Coursework

      @main enum GradecheckEntry {
        static func main() { Worker.serve(Submission.self) }
      }

      """.utf8))

  /// Compiles a submission.
  ///
  /// Only one file may declare a `Submission`; beside a `Submission.swift` others are set aside.
  /// Files with errors are set aside one round after the other, as long as the rest still holds a
  /// submission, so that a broken helper does not cost what does not need it.
  ///
  /// - Parameters:
  ///   - files: The student's Swift files.
  ///   - kit: What they are compiled against.
  ///   - scratch: An empty folder of ours; a worker that is not cached lies in it.
  /// - Returns: The worker, or why there is none, with what the compiler said.
  /// - Throws: `HostError` when the compiler cannot run or the disk refuses.
  package func build(
    _ files: [SourceFiles.File], against kit: Kit, in scratch: String
  ) throws(HostError) -> SubmissionBuild {
    var (kept, setAside) = Self.withoutSecondSubmissions(files)
    if let note = Self.choiceBetweenSubmissions(in: kept) {
      return refusal(.compileError, [note], setAside, kept, kit)
    }
    let first = kept
    var firstErrors: [Diagnostic] = []
    while true {
      let worker = try place(of: kept, kit: kit, scratch: scratch)
      let outcome = isExecutable(worker) ? .compiled : try compile(kept, against: kit, to: worker)
      switch outcome {
      case .compiled:
        let trace = CrashTrace(
          worker: worker, toolchain: workshop.toolchain, isolation: workshop.isolation)
        return SubmissionBuild(
          worker: WorkerProgram(path: worker, lines: KnownLines(of: kept, trace: trace)),
          status: .graded, diagnostics: Self.notes(firstErrors, in: first, kit),
          setAside: setAside, files: kept, kit: kit)
      case .timedOut:
        return refusal(.compileTimedOut(limit: Self.secondsAllowed), [], setAside, kept, kit)
      case .crashed:
        return refusal(.compilerCrashed, [], setAside, kept, kit)
      case .failed(let diagnostics):
        let errors = diagnostics.filter { $0.severity == .error }
        if firstErrors.isEmpty { firstErrors = errors }
        let broken = Set(errors.compactMap(\.file))
        let rest = kept.filter { !broken.contains($0.name) }
        guard rest.count < kept.count, rest.contains(where: \.declaresSubmission) else {
          return refusal(
            .compileError, Self.notes(firstErrors, in: first, kit), setAside, kept, kit)
        }
        for file in kept where broken.contains(file.name) {
          setAside.append(.init(file: file.name, reason: "it does not compile"))
        }
        kept = rest
      }
    }
  }

  private func refusal(
    _ status: HandIn.Status, _ notes: [HandIn.SourceNote], _ setAside: [HandIn.SetAside],
    _ files: [SourceFiles.File], _ kit: Kit
  ) -> SubmissionBuild {
    SubmissionBuild(
      worker: nil, status: status, diagnostics: notes, setAside: setAside, files: files, kit: kit)
  }

  /// The methods that the contract asks for and the submission lacks.
  package func missingMethods(
    in build: SubmissionBuild
  ) throws(HostError) -> [HandIn.MissingMethod] {
    let strict = try workshop.kit(for: build.kit.contract, defaults: .absent)
    guard case .failed(let diagnostics) = try compile(build.files, against: strict, to: nil) else {
      return []
    }
    return MissingMethods(
      messages: diagnostics.flatMap { [$0.message] + $0.notes.map(\.message) },
      sources: build.files.map { String(decoding: $0.bytes, as: UTF8.self) }
    ).all
  }
}

// MARK: - One run of the compiler

extension SubmissionCompiler {
  /// Compiles and links to `worker`, or only checks the types when there is none.
  private func compile(
    _ files: [SourceFiles.File], against kit: Kit, to worker: String?
  ) throws(HostError) -> SwiftCompiler.Outcome {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let sources = SourceFiles(files: files + (worker == nil ? [] : [Self.entry]))
    let folder = scratch.path + "/sources"
    try makeFolder(folder)
    let paths = try sources.write(into: folder)
    let product = scratch.path + "/worker"
    let arguments =
      Self.flags + kit.modules.flatMap { ["-I", $0] }
      + ["-module-cache-path", workshop.moduleCache] + paths
      + (worker == nil ? ["-typecheck"] : ["-Onone", "-wmo", "-o", product] + kit.objects)
    // A grant needs a folder that is there.
    try makeFolder(workshop.moduleCache)
    let outcome = try SwiftCompiler(toolchain: workshop.toolchain).compile(
      arguments, in: scratch.path, sources: folder, names: sources.names,
      confinement: workshop.isolation.compiler(
        workshop.toolchain, reading: kit.modules + kit.objects,
        writing: [scratch.path, workshop.moduleCache]))
    if outcome == .compiled, let worker {
      try makeFolder(parentFolder(of: worker))
      try move(product, to: worker)
    }
    return outcome
  }

  /// Moves a finished worker to its place; one that another run put there meanwhile is its equal.
  private func move(_ product: String, to worker: String) throws(HostError) {
    let aside = worker + "." + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: aside) }
    do {
      try LiveChildren.withoutSpawning {
        try FileManager.default.copyItem(atPath: product, toPath: aside)
      }
    } catch {
      throw .file("Cannot keep a compiled submission", worker)
    }
    guard rename(aside, worker) == 0 else {
      throw .file("Cannot keep a compiled submission", worker)
    }
  }

  /// Where the worker of these files lies: in the cache by the digest of all that it is made from.
  private func place(
    of files: [SourceFiles.File], kit: Kit, scratch: String
  ) throws(HostError) -> String {
    var hash = SHA256()
    hash.update([UInt8]((kit.digest + Self.flags.joined(separator: " ")).utf8))
    for file in files + [Self.entry] {
      hash.update([UInt8]("\n\(file.name) \(file.bytes.count)\n".utf8))
      hash.update(file.bytes)
    }
    let name = String(hash.finalize().hex.prefix(32))
    return usesCache ? "\(workshop.cache.path)/workers/\(name)" : "\(scratch)/\(name)"
  }
}

// MARK: - One Submission

extension SubmissionCompiler {
  /// Leaves out what declares a `Submission` beside a `Submission.swift` that does.
  private static func withoutSecondSubmissions(
    _ files: [SourceFiles.File]
  ) -> (kept: [SourceFiles.File], setAside: [HandIn.SetAside]) {
    let declaring = files.filter(\.declaresSubmission)
    guard declaring.count > 1, let right = declaring.first(where: \.isNamedSubmission) else {
      return (files, [])
    }
    let others = Set(declaring.map(\.name)).subtracting([right.name])
    return (
      files.filter { !others.contains($0.name) },
      declaring.filter { others.contains($0.name) }.map {
        .init(
          file: $0.name,
          reason: "it declares a second `Submission`; only Submission.swift counts")
      }
    )
  }

  /// What to say where several files declare a `Submission` and nothing tells which one counts.
  private static func choiceBetweenSubmissions(
    in files: [SourceFiles.File]
  ) -> HandIn.SourceNote? {
    let names = files.filter(\.declaresSubmission).map(\.name)
    guard names.count > 1 else { return nil }
    let sentence =
      names.count == 2
      ? "two files declare `Submission`: \(names[0]) and \(names[1])"
      : "\(names.count) files declare `Submission`, such as \(names[0]) and \(names[1])"
    return .init(
      file: names[0], line: 1, column: 1, message: sentence + "; hand in one of them")
  }
}
