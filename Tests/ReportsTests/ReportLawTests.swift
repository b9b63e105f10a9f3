import Foundation
import Grading
import Reports
import Testing

/// Every text that the module can make of the samples, with a name for failures.
private let everyText: [(name: String, text: String)] = {
  let reports = Samples.named.sorted { $0.key < $1.key }.flatMap { name, report in
    ReportFormat.all.map { ("\(name).\($0.fileExtension)", $0.render(report)) }
      + [("\(name) evidence", EvidenceDocument(of: report).text)]
  }
  let classes = ClassFormat.all.map { ($0.fileName, $0.render(Samples.wholeClass)) }
  return reports + classes + [("run.json", Samples.run.text)]
}()

@Suite("Laws of all reports")
struct ReportLawTests {
  @Test("No control character but the line break, no mark that reorders text, in any format")
  func onlyHarmlessScalars() {
    let reordering: Set<UInt32> = [0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff]
    for (name, text) in everyText {
      let harmful = text.unicodeScalars.filter { scalar in
        let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
        return isControl || reordering.contains(scalar.value)
          || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      }
      #expect(harmful.map(\.value) == [], "\(name)")
    }
  }

  @Test("No line begins with what a log takes for a command")
  func noCommandsToTheLog() {
    for (name, text) in everyText {
      let commands = text.split(separator: "\n").filter { $0.hasPrefix("::") || $0.hasPrefix("##") }
      #expect(commands == [], "\(name)")
    }
  }

  @Test("Every text ends in exactly one line break, and is the same when rendered again")
  func endsAndRepeats() {
    for (name, text) in everyText {
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(name)")
    }
    for format in ReportFormat.all {
      #expect(Set((0..<5).map { _ in format.render(Samples.mixed) }).count == 1)
    }
  }

  @Test("A redacted report holds no expected value, in any format", arguments: Samples.names)
  func redactedHidesExpectedValues(sample: String) throws {
    let report = try #require(Samples.named[sample]).redacted(for: .student)
    for format in ReportFormat.all {
      #expect(!format.render(report).contains(Samples.secret))
      #expect(!format.render(report, Style(color: true)).contains(Samples.secret))
    }
    #expect(!EvidenceDocument(of: report).text.contains(Samples.secret))
    let whole = ClassReport(entries: [report], passMark: 60)
    for format in ClassFormat.all { #expect(!format.render(whole).contains(Samples.secret)) }
  }

  @Test("The staff's text and evidence do hold them, so that the law above can fail")
  func staffSeesExpectedValues() {
    #expect(ReportFormat.text.render(Samples.mixed).contains(Samples.secret))
    #expect(EvidenceDocument(of: Samples.mixed).text.contains(Samples.secret))
  }

  @Test("report.json knows nothing of raw errors or of numbers that were answered")
  func documentHasNoRawNumbers() {
    let text = ReportFormat.json.render(Samples.mixed)
    for number in [Samples.secret, "0.754", "2.2e-16", "1.25"] { #expect(!text.contains(number)) }
  }

  @Test("A format is found by its name, and by no other")
  func formatsByName() {
    for format in ReportFormat.all { #expect(ReportFormat.named(format.name)?.name == format.name) }
    for format in ClassFormat.all { #expect(ClassFormat.named(format.name)?.name == format.name) }
    #expect(ReportFormat.named("TEXT") == nil)
    #expect(ClassFormat.named("") == nil)
  }
}
