import Foundation
import Grading
import PlainText
import Reports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A report in every format parses, and holds neither the secret nor what terminals obey.
func expectWellFormed(_ report: Report, hiding secret: String) {
  for format in ReportFormat.all {
    let text = format.render(report)
    #expect(!text.contains(secret))
    #expect(
      !text.unicodeScalars.contains { ($0.value < 32 && $0 != "\n") || $0 == "\u{202E}" })
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") || $0.hasPrefix("##") })
  }
  #expect((try? JSON(parsing: ReportFormat.json.render(report))) != nil)
  #expect(XMLParser(data: Data(ReportFormat.junit.render(report).utf8)).parse())
}
