import Grading
import PlainText

/// `evidence.json`: the raw numbers behind the verdicts of one report.
///
/// They may differ in the last bit from one machine to another, which is why they stand apart from
/// `report.json`. They are for staff: a raw error next to what the student answered gives the
/// expected value away, redacted or not.
package struct EvidenceDocument: Sendable {
  /// The name and version of the schema.
  package static let schema = "gradecheck/evidence/1"

  private let report: Report

  /// Takes the numbers of a report as they are; expected values where the report still has them.
  package init(of report: Report) { self.report = report.sanitised }

  /// The document as text, keys sorted, ending in a line break.
  package var text: String {
    JSON.members([
      ("schema", .string(Self.schema)),
      (
        "assignment",
        .members([
          ("id", .string(report.subject.id)), ("digest", .string(report.subject.digest)),
        ])
      ),
      (
        "submission",
        .members([
          ("name", .string(report.handIn.name)), ("receipt", .string(report.handIn.receipt)),
        ])
      ),
      ("checks", .array(report.findings.map(Self.check))),
    ]).documentText
  }

  private static func check(_ finding: Finding) -> JSON {
    .members([
      ("id", .string(finding.check)), ("outputs", .array(finding.outputs.map(output))),
    ])
  }

  private static func output(_ finding: OutputFinding) -> JSON {
    .members([
      ("name", .string(finding.output)),
      ("unit", finding.evidence.map { .string($0.unit.rawValue) }),
      ("worstError", finding.evidence.map { .double($0.worstError) }),
      ("limit", finding.evidence.map { .double($0.limit) }),
      ("mismatched", finding.evidence.map { .integer($0.mismatched) }),
      ("count", finding.evidence.map { .integer($0.count) }),
      ("first", (finding.evidence?.first).map(first)),
      ("nearest", finding.nearest.map(nearest)),
    ])
  }

  private static func nearest(_ nearest: Nearest) -> JSON {
    .members([("misconception", .string(nearest.id)), ("distance", .double(nearest.distance))])
  }

  private static func first(_ mismatch: Evidence.Mismatch) -> JSON {
    .members([
      ("index", .array(mismatch.index.map { .integer($0) })),
      ("got", .string(mismatch.got)),
      ("expected", mismatch.expected.map(JSON.string)),
    ])
  }
}
