import Digests
import Grading
import Reports

/// All files that grading one submission leaves, as bytes; equal results give equal files.
struct SubmissionFiles: Sendable {
  /// The report as its audience may see it.
  let report: Report
  /// The bytes by their paths in the folder of the reports.
  let contents: [String: [UInt8]]

  /// The files of one submission.
  ///
  /// - Parameters:
  ///   - report: The report, with everything that staff may see.
  ///   - record: What was answered.
  ///   - sheet: What decided about the hand-computed sheet, where there is one.
  ///   - place: The submission's own folder with its slash; empty where it is alone.
  ///   - options: The formats and the audience.
  init(
    _ report: Report, _ record: Record, sheet: SheetAppeal?, in place: String,
    options: GradeOptions
  ) {
    let report = report.redacted(for: options.audience)
    var texts = [place + "report.json": ReportFormat.json.render(report)]
    // A raw error beside an answer gives the expected value away.
    if options.audience == .staff {
      texts[place + "evidence.json"] = EvidenceDocument(of: report).text
    }
    for case let format? in options.formats.map(\.ofSubmission) where format.name != "json" {
      texts[place + "report." + format.fileExtension] = format.render(report)
    }
    for (name, text) in sheet?.pages(for: options.audience) ?? [:] { texts[place + name] = text }
    var contents = texts.mapValues { [UInt8]($0.utf8) }
    contents[ReportFolder.record(of: record.handIn.name)] = record.bytes
    self.report = report
    self.contents = contents
  }

  /// Files that some submissions have and others have not.
  ///
  /// The numbers behind the verdicts are for the staff alone; not everybody hands in a sheet.
  static let optional = ["evidence.json", SheetAppeal.pageName, SheetAppeal.pictureName]

  /// The digests of the files.
  var digests: [String: String] { contents.mapValues { SHA256.hash(of: $0).hex } }
}

extension GradeOptions.Format {
  /// The format of one submission's report, where it is one.
  var ofSubmission: ReportFormat? { ReportFormat.named(rawValue) }
  /// The format of a class's report, where it is one.
  var ofClass: ClassFormat? { ClassFormat.named(rawValue) }
}

extension SheetAppeal {
  /// The name of the page about a sheet.
  static let pageName = "sheet.html"
  /// The name of the picture of a sheet's network.
  static let pictureName = "sheet.svg"

  /// The page and the picture by the names of their files, as that audience may see them.
  func pages(for audience: Audience) -> [String: String] {
    let appeal = redacted(for: audience)
    return [
      Self.pageName: ExplanationFormat.html.render(appeal), Self.pictureName: appeal.picture?.svg,
    ].compactMapValues(\.self)
  }
}
