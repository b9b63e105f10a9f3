import Grading

/// One way to write down the report of one submission: a pure function to text.
///
/// The report is taken as it is given: redact it for its audience first. What students may have
/// had a hand in is made harmless here, before any renderer sees it, so that none can forget.
package struct ReportFormat: Sendable {
  /// The name on the command line, such as `junit`.
  package let name: String
  /// The end of a file's name, without the dot.
  package let fileExtension: String
  private let renderer: @Sendable (Report, Style) -> String

  init(
    name: String, fileExtension: String, renderer: @escaping @Sendable (Report, Style) -> String
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.renderer = renderer
  }

  /// The report as text that ends in a line break; equal reports give equal bytes.
  package func render(_ report: Report, _ style: Style = .plain) -> String {
    renderer(report.sanitised, style)
  }
}

// MARK: - The formats

extension ReportFormat {
  /// For reading on a terminal; the only format that knows colour.
  package static let text = ReportFormat(name: "text", fileExtension: "txt") { report, style in
    TextReport(of: report, style: style).text
  }

  /// `report.json`, schema `gradecheck/report/1`: everything but raw errors.
  package static let json = ReportFormat(name: "json", fileExtension: "json") { report, _ in
    ReportDocument(of: report).text
  }

  /// The dialect of JUnit's XML that continuous integration reads.
  package static let junit = ReportFormat(name: "junit", fileExtension: "xml") { report, _ in
    JUnitReport(of: report).text
  }

  /// Every format, in the order in which help lists them.
  package static let all = [text, json, junit]

  /// The format of that name, or `nil` when there is none.
  package static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}
