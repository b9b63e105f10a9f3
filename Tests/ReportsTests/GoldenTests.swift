import Grading
import Reports
import Testing

@Suite("Golden reports")
struct GoldenTests {
  @Test(
    "A student's report reads as agreed", arguments: Samples.names, ReportFormat.all.map(\.name))
  func studentReport(sample: String, format: String) throws {
    let format = try #require(ReportFormat.named(format))
    let report = try #require(Samples.named[sample])
    try expectGolden(
      format.render(report.redacted(for: .student)), "\(sample).\(format.fileExtension)")
  }

  @Test("The staff's report shows the expected values, and colour where asked for")
  func staffReport() throws {
    try expectGolden(ReportFormat.text.render(Samples.mixed), "mixed-staff.txt")
    try expectGolden(
      ReportFormat.text.render(Samples.mixed, Style(color: true)), "mixed-color.txt")
  }

  @Test("A class reads as agreed", arguments: ClassFormat.all.map(\.name))
  func classReport(format: String) throws {
    let format = try #require(ClassFormat.named(format))
    try expectGolden(format.render(Samples.wholeClass), format.fileName)
  }

  @Test("The raw numbers and the run read as agreed")
  func companions() throws {
    try expectGolden(EvidenceDocument(of: Samples.mixed).text, "evidence.json")
    try expectGolden(Samples.run.text, "run.json")
  }
}
