import Fuzzing
import Grading
import Reports
import Testing

@Suite("report.json with faults in it")
struct ReportFuzzTests {
  @Test(
    "A faulty report is read or refused, and what is read can be shown in every format",
    arguments: 0..<4 as Range<UInt64>)
  func faults(seed: UInt64) {
    let documents = Samples.names.compactMap { Samples.named[$0] }
      .map { Array(ReportFormat.json.render($0).utf8) }
    let fuzz = Fuzz(
      documents,
      tokens: [
        "\"points\": ", "\"earned\": \"7/3\"", "\"1/10000\"", "\"passed\"", "[]", "{}", "-1/2",
      ])
    let faults = fuzz.faults(seed: seed, rounds: 150) { bytes in
      guard let report = try? Report(json: bytes) else { return (.refused, nil) }
      let again = ReportFormat.json.render(report)
      let isKept = (try? Report(json: Array(again.utf8)))?.earned == report.earned
      _ = ReportFormat.text.render(report).count + ReportFormat.junit.render(report).count
      return (.read, isKept ? nil : "\(report.earned) of \(report.points)")
    }
    #expect(faults == [], "seed \(seed)")
  }
}
