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
  ///   - place: The submission's own folder with its slash; empty where it is alone.
  ///   - options: The formats and the audience.
  init(_ report: Report, _ record: Record, in place: String, options: GradeOptions) {
    let report = report.redacted(for: options.audience)
    var texts = [place + "report.json": ReportFormat.json.render(report)]
    // A raw error beside an answer gives the expected value away.
    if options.audience == .staff {
      texts[Self.evidence(in: place)] = EvidenceDocument(of: report).text
    }
    for case let format? in options.formats.map(\.ofSubmission) where format.name != "json" {
      texts[place + "report." + format.fileExtension] = format.render(report)
    }
    var contents = texts.mapValues { [UInt8]($0.utf8) }
    contents[ReportFolder.record(of: record.handIn.name)] = record.bytes
    self.report = report
    self.contents = contents
  }

  /// The path of the numbers behind the verdicts, which are for the staff alone.
  static func evidence(in place: String) -> String { place + "evidence.json" }

  /// The digests of the files.
  var digests: [String: String] { contents.mapValues { SHA256.hash(of: $0).hex } }
}

extension GradeOptions.Format {
  /// The format of one submission's report, where it is one.
  var ofSubmission: ReportFormat? { ReportFormat.named(rawValue) }
  /// The format of a class's report, where it is one.
  var ofClass: ClassFormat? { ClassFormat.named(rawValue) }
}
