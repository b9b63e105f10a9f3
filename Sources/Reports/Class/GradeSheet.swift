import Grading

/// `grades.csv`: a row a submission, in the order of their names.
///
/// Points have two decimals. A submission that could not be graded has empty cells, never zeros:
/// a 0 in this sheet is a computed one.
struct GradeSheet {
  private let report: ClassReport
  /// Every part of any report, in the order in which they first appear.
  private let parts: [String]

  /// Takes a class whose reports are redacted and sanitised.
  init(of report: ClassReport) {
    self.report = report
    var seen: Set<String> = []
    parts = report.entries.flatMap(\.parts).map(\.id).filter { seen.insert($0).inserted }
  }

  /// The sheet with its header.
  var text: String {
    var sheet = CSV()
    sheet.add(
      ["submission", "result", "earned", "possible", "percent"] + parts
        + ["diagnoses", "receipt"])
    let rows =
      report.entries.map { (name: $0.handIn.name, cells: cells(of: $0)) }
      + report.ungraded.map { (name: $0.name, cells: cells(ofUngraded: $0)) }
    // Those that failed through us must not fall out of sight at the end of a long sheet.
    for row in rows.enumerated().sorted(by: {
      ($0.element.name, $0.offset) < ($1.element.name, $1.offset)
    }) {
      sheet.add(row.element.cells)
    }
    return sheet.text
  }

  private func cells(of report: Report) -> [String] {
    let points = parts.map { id in
      report.parts.first { $0.id == id }?.earned.twoDecimals ?? ""
    }
    return [
      report.handIn.name, report.isPass ? "pass" : "fail", report.earned.twoDecimals,
      report.points.twoDecimals, report.percent.twoDecimals,
    ] + points + [report.diagnoses.map(\.id).joined(separator: " "), report.handIn.receipt]
  }

  private func cells(ofUngraded ungraded: ClassReport.Ungraded) -> [String] {
    [ungraded.name, "notGraded", "", "", ""] + parts.map { _ in "" } + ["", ""]
  }
}

extension Report {
  /// Every recognised mistake once, in the order in which the report shows them.
  var diagnoses: [Diagnosis] {
    var seen: Set<String> = []
    return findings.flatMap(\.outputs).compactMap(\.diagnosis)
      .filter { seen.insert($0.id).inserted }
  }
}
