import Classroom
import Foundation
import Grading
import Hosting
import Reference
import Reports

/// Where a run of `grade` keeps what it has finished, and finds what an earlier one had.
struct GradeOutput: Sendable {
  let folder: ReportFolder
  private let journal: Journal
  private let grader: SubmissionGrader
  private let options: GradeOptions
  private let isClass: Bool

  /// Takes up the folder where the same run was cut short, or begins anew.
  init(
    _ path: String, isClass: Bool, grader: SubmissionGrader, options: GradeOptions
  ) throws {
    folder = try ReportFolder(path)
    self.grader = grader
    self.options = options
    self.isClass = isClass
    journal = try Journal(
      in: folder.path, under: grader.conditions(isClass: isClass, options))
    folder.removeDrafts()
    ReportFolder(existing: "\(path)/\(ReportFolder.records)").removeDrafts()
    // It tells that all is there; nobody may read so of a folder whose reports are being made.
    folder.remove("run.json")
  }

  // MARK: - One submission

  /// The report of a submission that is finished and still the same, as are its files.
  ///
  /// Its answers are judged again: what another reference or another version would write differently
  /// is graded anew.
  func recalled(_ found: FoundSubmission) -> Report? {
    guard let entry = journal.finished[found.name],
      (try? grader.fingerprint(of: found)) == entry.submission,
      let bytes = try? folder.read(ReportFolder.record(of: found.name), atMost: Record.longest),
      let record = try? Record(bytes: bytes), record.handIn.name == found.name,
      let report = try? record.report(
        by: scheme(of: record), seed: options.rules.seed, passMark: options.rules.passMark),
      let files = try? files(of: report, record)
    else { return nil }
    guard files.digests == entry.files else { return nil }
    for (name, bytes) in files.contents {
      guard (try? folder.read(name, atMost: bytes.count)) == bytes else { return nil }
    }
    return files.report
  }

  /// Writes all files of a submission, and notes that they are there.
  func keep(_ graded: Graded) throws -> Report {
    let name = graded.record.handIn.name
    let files = try files(of: graded.report, graded.record)
    if isClass { ReportFolder(existing: "\(folder.path)/\(name)").removeDrafts() }
    // What an earlier run wrote for the staff, or about another sheet, must not lie beside these.
    for path in SubmissionFiles.optional.map({ place(of: name) + $0 })
    where files.contents[path] == nil {
      folder.remove(path)
    }
    for (path, bytes) in files.contents.sorted(by: { $0.key < $1.key }) {
      try folder.write(bytes, to: path)
    }
    try journal.note(
      .init(name: name, submission: graded.fingerprint, files: files.digests))
    return files.report
  }

  /// What the record was graded by: of a submission in Python what its course teaches.
  private func scheme(of record: Record) -> Assignment {
    guard let python = grader.python, record.course == python.course.id else {
      return grader.scheme(of: record.handIn.name).assignment
    }
    return python.assignment
  }

  private func files(of report: Report, _ record: Record) throws -> SubmissionFiles {
    let name = record.handIn.name
    let sheet = try grader.scheme(of: name).worksheet.flatMap {
      try SheetAppeal(of: record, by: scheme(of: record), asking: $0)
    }
    return SubmissionFiles(report, record, sheet: sheet, in: place(of: name), options: options)
  }

  /// The folder of a submission in that of the reports.
  private func place(of name: String) -> String { isClass ? "\(name)/" : "" }

  // MARK: - The whole run

  /// Writes what is made from all results.
  func write(_ report: ClassReport) throws(FileError) {
    for format in [ClassFormat.text, .csv] + options.formats.compactMap(\.ofClass) {
      try folder.write(format.render(report), to: format.fileName)
    }
  }

  /// Writes how the run was, last of all; another one begins anew if this one `isComplete`.
  func end(_ run: RunRecord, isComplete: Bool) throws(FileError) {
    try folder.write(run.text, to: "run.json")
    if isComplete { journal.remove() }
  }
}

extension SubmissionGrader {
  /// All that results depend on beside the submissions; the seed only through the questions' digest.
  fileprivate func conditions(
    isClass: Bool, _ options: GradeOptions
  ) throws(HostError) -> [String: String] {
    var kits: [String] = []
    for contract in contracts { kits.append(try workshop.kit(for: contract).digest) }
    return [
      "version": Tool.version,
      "assignment": assignment.id,
      "scheme": assignment.digest(seed: rules.seed).hex,
      "taught": python?.assignment.digest(seed: rules.seed).hex ?? "",
      "kit": kits.joined(separator: " "),
      "toolchain": workshop.toolchain.version,
      "processorSeconds": "\(rules.limits.processorSeconds)",
      "memory": "\(rules.limits.memory)",
      "passMark": "\(rules.passMark)",
      "audience": options.audience.rawValue,
      "formats": options.formats.map(\.rawValue).joined(separator: " "),
      "class": "\(isClass)",
      "variants": "\(options.hasVariants)",
    ]
  }
}
