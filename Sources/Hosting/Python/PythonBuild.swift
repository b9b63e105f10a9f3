import Grading

/// What became of a submission's Python files before any of them was run.
package struct PythonBuild: Sendable {
  /// The program that answers, where some function would.
  package let worker: WorkerProgram?
  /// How far the submission came.
  package let status: HandIn.Status
  /// What the parser said of the student's own lines.
  package let diagnostics: [HandIn.SourceNote]
  /// Files of which nothing can be used.
  package let setAside: [HandIn.SetAside]
  /// The functions that the course asks for and the submission lacks.
  package let missing: [HandIn.MissingMethod]
}

extension PythonWorkshop {
  /// Copies a submission and looks for the functions that answer.
  ///
  /// - Parameters:
  ///   - files: The student's files.
  ///   - plugin: The course's names.
  ///   - questions: What is asked, in order.
  ///   - folder: Where nothing is yet; the copies lie there as long as the worker is needed.
  ///   - seen: What was seen of these files by this plugin, where somebody has looked already.
  /// - Returns: The worker, or why there is none.
  /// - Throws: `HostError` when Python cannot run or the disk refuses.
  package func build(
    _ files: SourceFiles, by plugin: String, asking questions: [String], in folder: String,
    seen: PythonInspection? = nil
  ) throws(HostError) -> PythonBuild {
    try files.writeTree(to: folder)
    let found: PythonInspection
    let outcome = if let seen { Outcome.inspected(seen) } else { try inspect(folder, by: [plugin]) }
    switch outcome {
    case .inspected(let inspection): found = inspection
    case .timedOut(let limit): return .refused(.compileTimedOut(limit: limit))
    case .crashed: return .refused(.compilerCrashed)
    }
    let isAnswered = !found.answered().isDisjoint(with: questions)
    let refusal = isAnswered ? nil : found.refusal
    return PythonBuild(
      worker: isAnswered
        ? worker(for: folder, by: plugin, lines: KnownLines(ofPython: files.files)) : nil,
      status: refusal ?? .graded,
      diagnostics: found.notes, setAside: refusal == nil ? found.setAside : [],
      missing: refusal == nil ? found.missing(for: questions) : [])
  }
}

extension PythonBuild {
  fileprivate static func refused(_ status: HandIn.Status) -> PythonBuild {
    PythonBuild(worker: nil, status: status, diagnostics: [], setAside: [], missing: [])
  }
}
