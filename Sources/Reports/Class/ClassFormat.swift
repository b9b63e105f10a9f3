import Grading

/// One way to write down the reports of a class: a pure function to text.
///
/// As with ``ReportFormat``, redact first; texts from submissions are made harmless here.
package struct ClassFormat: Sendable {
  /// The name on the command line, such as `csv`.
  package let name: String
  /// The name of the file that it is written to, such as `grades.csv`.
  package let fileName: String
  private let renderer: @Sendable (ClassReport, Style) -> String

  init(
    name: String, fileName: String, renderer: @escaping @Sendable (ClassReport, Style) -> String
  ) {
    self.name = name
    self.fileName = fileName
    self.renderer = renderer
  }

  /// The class as text that ends in a line break; equal classes give equal bytes.
  package func render(_ report: ClassReport, _ style: Style = .plain) -> String {
    renderer(report.sanitised, style)
  }
}

// MARK: - The formats

extension ClassFormat {
  /// A table of one line a student, whom to look at, what to teach again, and a summary.
  package static let text = ClassFormat(name: "text", fileName: "class.txt") { report, style in
    ClassTable(of: report, style: style).text
  }

  /// A row a submission for spreadsheets and gradebooks.
  package static let csv = ClassFormat(name: "csv", fileName: "grades.csv") { report, _ in
    GradeSheet(of: report).text
  }

  /// One suite a submission.
  package static let junit = ClassFormat(name: "junit", fileName: "class.xml") { report, _ in
    JUnitReport(of: report).text
  }

  /// Every format, in the order in which help lists them.
  package static let all = [text, csv, junit]

  /// The format of that name, or `nil` when there is none.
  package static func named(_ name: String) -> ClassFormat? { all.first { $0.name == name } }
}
