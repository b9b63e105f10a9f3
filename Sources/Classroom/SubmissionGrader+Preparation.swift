import Digests
import Foundation
import Grading
import Hosting
import Worksheets

extension SubmissionGrader {
  /// A submission that is ready to be asked.
  package struct Prepared {
    package let handIn: HandIn
    package let source: SubmissionSource
    /// What is graded: of a submission in Python what its course teaches.
    package let assignment: Assignment
    /// What became of the code.
    let code: Code
    /// What judged it.
    let instrument: Report.Instrument
    let fingerprint: String

    /// What was handed in beside sheets.
    enum Code {
      case none
      case swift(SubmissionBuild)
      case python(PythonBuild, course: String)
      /// Each assignment of a course by itself.
      indirect case course([Prepared])
    }

    /// The course by which it is graded; `nil` for Swift and sheets.
    var course: String? {
      if case .python(_, let course) = code { course } else { nil }
    }
  }

  /// Copies, compiles and opens a submission, and clears up after `body`.
  package func withPrepared<Result>(
    _ found: FoundSubmission, _ body: (Prepared) throws -> Result
  ) throws -> Result {
    if found.language == .python { return try withPreparedPython(found, body) }
    if !members.isEmpty { return try withPreparedCourse(found, body) }
    let (files, search) = try contents(of: found)
    let (sheet, scheme) = (search.sheet, scheme(of: found.name))
    if let sheet, let mismatch = scheme.worksheet?.mismatch(with: sheet.sheet) {
      let student = own[found.name] == nil ? nil : found.name
      throw OtherNumbers(sheet: sheet.name, of: student, mismatch)
    }
    let receipt = Self.receipt(of: files, sheet)
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let build = try turns.beside {
      let kit = try workshop.kit(for: assignment.contract)
      return files.files.isEmpty
        ? nil : try compiler.build(files.files, against: kit, in: scratch.path)
    }
    let handIn = HandIn(
      name: found.name, receipt: receipt,
      status: build?.status ?? (sheet == nil ? .rejectedSource("it holds no Swift file") : .graded),
      diagnostics: (build?.diagnostics ?? []) + sheetNotes(sheet, scheme.worksheet),
      setAside: setAside(files, search) + (build?.setAside ?? []))
    let source = SubmissionSource(
      code: build?.worker.map {
        WorkerSource(program: $0, limits: rules.limits, isolation: workshop.isolation)
      },
      codeSilence: build == nil ? .notImplemented : .skipped("the submission does not compile"),
      sheet: sheet?.sheet)
    return try body(
      Prepared(
        handIn: handIn, source: source, assignment: scheme.assignment,
        code: build.map { .swift($0) } ?? .none,
        instrument: .init(
          kit: build?.kitDigest, toolchain: build == nil ? nil : workshop.toolchain.version),
        fingerprint: fingerprint(files, search)))
  }

  /// Names all of a submission that its report depends on: what counts, and what is left out.
  ///
  /// - Throws: `HostError` where a part of it cannot be read.
  package func fingerprint(of found: FoundSubmission) throws(HostError) -> String {
    if found.language == .python { return try pythonFingerprint(of: found) }
    if !members.isEmpty { return try courseFingerprint(of: found) }
    let (files, search) = try contents(of: found)
    return fingerprint(files, search)
  }

  private func fingerprint(_ files: SourceFiles, _ search: SheetSearch) -> String {
    // A report names files with the folders around the work, which no receipt knows.
    let names = (files.files.map(\.name) + [search.sheet?.name ?? ""]).joined(separator: "\n")
    let leftOut = setAside(files, search).map { "\($0.file)\n\($0.reason)\n" }
    return SHA256.hash(
      of: Self.receipt(of: files, search.sheet) + "\n" + names + "\n" + leftOut.joined()
    ).hex
  }

  private func contents(
    of found: FoundSubmission
  ) throws(HostError) -> (files: SourceFiles, search: SheetSearch) {
    (try sources(of: found, in: .swift), SheetSearch(for: found, on: worksheet))
  }

  /// The copies of its files.
  func sources(
    of found: FoundSubmission, in language: SourceLanguage
  ) throws(HostError) -> SourceFiles {
    let files = SourceFiles.collect(from: found.path, language: language)
    // Permissions are the course's business: no mark for what we could not read.
    if let unreadable = files.refusals.first(where: { $0.reason == .unreadable }) {
      throw HostError(
        .fileSystem, "A part of the submission cannot be read", at: unreadable.name,
        advice: "Mend its permissions and grade it again.")
    }
    return files
  }

  /// What the student should mend in the sheet; a text beside code that needs none is no sheet.
  private func sheetNotes(
    _ sheet: SheetFile?, _ worksheet: Worksheet?
  ) -> [HandIn.SourceNote] {
    worksheet.flatMap { sheet?.notes(for: $0) } ?? []
  }

  /// The files that were not taken, and those that may have been meant for a sheet.
  private func setAside(_ files: SourceFiles, _ search: SheetSearch) -> [HandIn.SetAside] {
    // That there is no Swift file is no file, and is the sheet's right; else the status says it.
    let refusals = files.refusals.filter {
      $0.reason != .empty && $0.name != search.sheet?.name
    }
    let isSheetMissed = worksheet != nil && search.sheet == nil
    return refusals.map { .init(file: $0.name, reason: $0.sentence) }
      + search.documents.prefix(isSheetMissed ? Self.mostAdvice : 0).map {
        .init(
          file: $0,
          reason: "not taken for the answer sheet; hand in plain text called answers.txt")
      }
  }

  /// More documents than anybody could have meant for the sheet.
  private static let mostAdvice = 5

  /// The student's receipt.
  static func receipt(of files: SourceFiles, _ sheet: SheetFile? = nil) -> String {
    let sheets = sheet.map { [(name: $0.name, bytes: $0.bytes)] } ?? []
    return Receipt(of: files.files.map { ($0.name, $0.bytes) } + sheets).hex
  }
}
