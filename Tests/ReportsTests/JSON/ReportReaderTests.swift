import Grading
import PlainText
import Reports
import Testing

@Suite("Reading report.json back")
struct ReportReaderTests {
  private static func read(_ text: String) throws -> Report { try Report(json: Array(text.utf8)) }

  @Test("Marks, verdicts and reasons read back as they were written", arguments: Samples.names)
  func roundTrip(name: String) throws {
    let report = try #require(Samples.named[name])
    let text = ReportFormat.json.render(report)
    let read = try Self.read(text)
    #expect(read.earned == report.earned && read.points == report.points)
    #expect(read.isPass == report.isPass && read.passMark == report.passMark)
    #expect(read.subject == report.subject && read.instrument == report.instrument)
    #expect(read.handIn.status.name == report.handIn.status.name)
    #expect(read.parts.map(\.outputs) == report.parts.map(\.outputs))
    #expect(read.findings.map(\.check) == report.findings.map(\.check))
    #expect(read.findings.map(\.verdict) == report.findings.map(\.verdict))
    let (outputs, written) = (read.findings, report.findings)
    #expect(outputs.flatMap(\.outputs).map(\.credit) == written.flatMap(\.outputs).map(\.credit))
    #expect(
      outputs.flatMap(\.outputs).map(\.diagnosis) == written.flatMap(\.outputs).map(\.diagnosis))
  }

  @Test("The name of a student's own numbers is shown and reads back")
  func variant() throws {
    let report = Samples.ofVariant
    #expect(try Self.read(ReportFormat.json.render(report)).subject == report.subject)
    #expect(ReportFormat.text.render(report).contains("Backpropagation, variant 3f9a1c\n"))
  }

  @Test("A class of reports that were read back gives the same grade sheet and table")
  func sheet() throws {
    let whole = Samples.distinctClass
    let read = ClassReport(
      entries: try whole.entries.map { try Self.read(ReportFormat.json.render($0)) },
      ungraded: whole.ungraded, passMark: whole.passMark)
    #expect(ClassFormat.csv.render(read) == ClassFormat.csv.render(whole))
    #expect(ClassFormat.text.render(read) == ClassFormat.text.render(whole))
  }

  @Test(
    "What does not fit is refused with its reason",
    arguments: [
      ("", "line 1"), ("[]", "no text 'schema'"),
      (#"{"schema": "gradecheck/report/2"}"#, "not of the kind"),
      (#"{"schema": "gradecheck/report/1"}"#, "no text 'id'"),
    ])
  func refused(text: String, words: String) {
    #expect { try Self.read(text) } throws: { "\($0)".contains(words) }
  }

  @Test(
    "Numbers that are no points are refused, and none traps",
    arguments: [
      "-1", "1/0", "1/2/3", "", "x", "99999999999999999999", "9223372036854775807", "1/-2",
    ])
  func odd(number: String) throws {
    let text = ReportFormat.json.render(Samples.mixed)
    let earned = try #require(text.firstMatch(of: /"earned": "([^"]+)"/))
    let changed = text.replacing(earned.0, with: "\"earned\": \"\(number)\"", maxReplacements: 1)
    #expect(throws: ReportError.self) { try Self.read(changed) }
  }

  @Test("A total that was changed by hand is no sum any more")
  func changedTotal() throws {
    let text = ReportFormat.json.render(Samples.mixed)
    // Keys are sorted, so the total of all parts comes last.
    let total = try #require(text.ranges(of: "\"earned\": \"").last)
    var changed = text
    changed.insert("1", at: total.upperBound)
    #expect(throws: ReportError.self) { try Self.read(changed) }
  }

  @Test("Bytes with faults are read or refused, and never trap", arguments: 0..<4)
  func faults(seed: Int) {
    let whole = Array(ReportFormat.json.render(Samples.mixed).utf8)
    var state = UInt64(seed + 1)
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var refused = 0
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0...next(2) {
        bytes[next(bytes.count)] = Array("0123456789-/\"{}[],:".utf8)[next(18)]
      }
      if (try? Report(json: bytes)) == nil { refused += 1 }
    }
    #expect(refused > 0, "seed \(seed)")
  }
}
