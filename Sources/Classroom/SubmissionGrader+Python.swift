import Digests
import Foundation
import Grading
import Hosting

extension SubmissionGrader {
  /// Copies a submission in Python, looks for its functions and opens it, and clears up after
  /// `body`.
  func withPreparedPython<Result>(
    _ found: FoundSubmission, _ body: (Prepared) throws -> Result
  ) throws -> Result {
    let python = try grading(of: found)
    let files = try sources(of: found, in: .python)
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let receipt = Self.receipt(of: files)
    let build = try turns.beside {
      try python.workshop.build(
        files, by: python.plugin, asking: python.assignment.questionNames,
        in: scratch.path + "/submission",
        seen: python.looks[found.name]?.seen(by: python.plugin, in: receipt))
    }
    let handIn = HandIn(
      name: found.name, receipt: receipt,
      status: files.files.isEmpty ? .rejectedSource("no file of it could be taken") : build.status,
      diagnostics: build.diagnostics, setAside: setAside(files, found) + build.setAside)
    let source = SubmissionSource(
      code: build.worker.map {
        WorkerSource(program: $0, limits: rules.limits, isolation: workshop.isolation)
      },
      codeSilence: handIn.status == .graded
        ? .notImplemented : .skipped("the submission does not compile"),
      sheet: nil)
    return try body(
      Prepared(
        handIn: handIn, source: source, assignment: python.assignment,
        code: .python(build, course: python.course.id), instrument: python.instrument,
        fingerprint: fingerprint(files, found, python)))
  }

  /// Names all of it that its report depends on, and Python and our own files besides.
  func pythonFingerprint(of found: FoundSubmission) throws(HostError) -> String {
    let python = try grading(of: found)
    return fingerprint(try sources(of: found, in: .python), found, python)
  }

  private func fingerprint(
    _ files: SourceFiles, _ found: FoundSubmission, _ python: PythonGrading
  ) -> String {
    let instrument = python.instrument
    let lines =
      [
        Self.receipt(of: files), python.course.id, instrument.kit ?? "",
        instrument.toolchain ?? "",
      ] + files.files.map(\.name) + setAside(files, found).map { "\($0.file)\n\($0.reason)" }
    return SHA256.hash(of: lines.joined(separator: "\n")).hex
  }

  private func grading(of found: FoundSubmission) throws(HostError) -> PythonGrading {
    guard let python else {
      throw HostError(
        .pythonFailed, "The submission is written in Python, and no course is chosen for it",
        at: found.name, advice: "Name the course with --course (see gradecheck list).")
    }
    return python
  }

  /// The files that were not taken, and a sheet, which Python has no part for.
  private func setAside(_ files: SourceFiles, _ found: FoundSubmission) -> [HandIn.SetAside] {
    var setAside = files.refusals.filter { $0.reason != .empty }
      .map { HandIn.SetAside(file: $0.name, reason: $0.sentence) }
    if let sheet = SheetSearch(at: found.path).sheet, sheet.sheet.assignment != nil {
      setAside.append(
        .init(
          file: sheet.name,
          reason: "an answer sheet beside code in Python; hand it in by itself"))
    }
    return setAside
  }
}
