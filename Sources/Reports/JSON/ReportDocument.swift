import Grading
import PlainText

/// `report.json`: one report with everything that any machine would say of it alike.
///
/// There is no clock, host, path, isolation level or raw error in it, so that the same submission,
/// assignment and seed give the same bytes. ReportSchema.md describes every key.
struct ReportDocument {
  /// The name and version of the schema.
  static let schema = "gradecheck/report/1"

  private let report: Report

  /// Takes a report that is redacted and sanitised.
  init(of report: Report) { self.report = report }

  /// The document as text, keys sorted, ending in a line break.
  var text: String { json.documentText }

  private var json: JSON {
    .members([
      ("schema", .string(Self.schema)),
      ("assignment", Self.assignment(report.subject)),
      ("submission", Self.submission(report.handIn)),
      ("result", .string(report.isPass ? "pass" : "fail")),
      ("points", Self.points(earned: report.earned, possible: report.points)),
      ("percent", .number(report.percent.twoDecimals)),
      ("passMark", .string(report.passMark.exact)),
      ("kit", report.instrument.kit.map(JSON.string)),
      ("toolchain", report.instrument.toolchain.map(JSON.string)),
      ("parts", .array(report.parts.map(Self.part))),
    ])
  }

  // MARK: - What was graded

  private static func assignment(_ subject: Report.Subject) -> JSON {
    .members([
      ("id", .string(subject.id)), ("title", .string(subject.title)),
      ("digest", .string(subject.digest)), ("variant", subject.variant.map(JSON.string)),
    ])
  }

  private static func submission(_ handIn: HandIn) -> JSON {
    .members([
      ("name", .string(handIn.name)),
      ("receipt", .string(handIn.receipt)),
      ("status", .string(handIn.status.name)),
      ("remark", handIn.status.remark.map(JSON.string)),
      (
        "diagnostics",
        .array(
          handIn.diagnostics.map { note in
            .members([
              ("file", .string(note.file)), ("line", .integer(note.line)),
              ("column", .integer(note.column)), ("message", .string(note.message)),
            ])
          })
      ),
      (
        "setAside",
        .array(
          handIn.setAside.map { file in
            .members([("file", .string(file.file)), ("reason", .string(file.reason))])
          })
      ),
      (
        "missing",
        .array(
          handIn.missing.map { method in
            .members([
              ("expected", .string(method.expected)), ("found", method.found.map(JSON.string)),
            ])
          })
      ),
    ])
  }

  // MARK: - What was found

  private static func part(_ part: PartResult) -> JSON {
    .members([
      ("id", .string(part.id)),
      ("title", .string(part.title)),
      ("points", points(earned: part.earned, possible: part.points)),
      (
        "outputs",
        .array(
          part.outputs.map { output in
            .members([
              ("name", .string(output.name)),
              ("points", points(earned: output.earned, possible: output.points)),
              ("verdict", .string(output.verdict.rawValue)),
            ])
          })
      ),
      ("checks", .array(part.findings.map(check))),
    ])
  }

  private static func check(_ finding: Finding) -> JSON {
    .members([
      ("id", .string(finding.check)),
      ("verdict", .string(finding.verdict.rawValue)),
      ("remark", finding.remark.map(JSON.string)),
      ("outputs", .array(finding.outputs.map(output))),
      ("notes", finding.notes.isEmpty ? nil : .array(finding.notes.map { .string($0.words) })),
    ])
  }

  private static func output(_ finding: OutputFinding) -> JSON {
    .members([
      ("name", .string(finding.output)),
      ("verdict", .string(finding.verdict.rawValue)),
      ("credit", .string(finding.credit.exact)),
      ("problem", finding.problem.map(JSON.string)),
      ("mismatched", finding.evidence.map { .integer($0.mismatched) }),
      ("count", finding.evidence.map { .integer($0.count) }),
      ("first", (finding.evidence?.first).map { .array($0.index.map { .integer($0) }) }),
      ("diagnosis", finding.diagnosis.map(diagnosis)),
      ("counterexample", finding.counterexample.map(\.json)),
      ("triage", finding.triage.map(triage)),
    ])
  }

  private static func triage(_ triage: Triage) -> JSON {
    .members([
      ("forward", .bool(triage.forwardIsRight)), ("gradient", .bool(triage.gradientIsRight)),
      ("consistent", .bool(triage.isConsistent)), ("sentence", .string(triage.sentence)),
    ])
  }

  private static func diagnosis(_ diagnosis: Diagnosis) -> JSON {
    .members([
      ("id", .string(diagnosis.id)), ("looksLike", .string(diagnosis.looksLike)),
      ("why", .string(diagnosis.why)), ("where", .string(diagnosis.place)),
    ])
  }

  private static func points(earned: Ratio, possible: Ratio) -> JSON {
    .members([
      ("earned", .string(earned.exact)), ("possible", .string(possible.exact)),
      ("earnedRounded", .number(earned.twoDecimals)),
    ])
  }
}
