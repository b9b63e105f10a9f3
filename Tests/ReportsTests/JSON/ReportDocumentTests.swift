import Foundation
import Grading
import PlainText
import Reports
import Testing

@Suite("report.json")
struct ReportDocumentTests {
  @Test("Foundation reads it, and its totals are the report's", arguments: Samples.names)
  func totals(sample: String) throws {
    let report = try #require(Samples.named[sample])
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(ReportFormat.json.render(report).utf8))
        as? [String: Any])
    #expect(document["schema"] as? String == "gradecheck/report/1")
    #expect(document["result"] as? String == (report.isPass ? "pass" : "fail"))
    let points = try #require(document["points"] as? [String: Any])
    #expect(try ratio(points["earned"]) == report.earned)
    #expect(try ratio(points["possible"]) == report.points)
    let parts = try #require(document["parts"] as? [[String: Any]])
    let earned = try parts.flatMap { part in
      try #require(part["outputs"] as? [[String: Any]]).map { output in
        try ratio((output["points"] as? [String: Any])?["earned"])
      }
    }
    #expect(earned.sum() == report.earned)
  }

  private func ratio(_ value: Any?) throws -> Ratio {
    let sides = try #require(value as? String).split(separator: "/").compactMap { Int($0) }
    return sides.count == 2 ? Ratio(sides[0], sides[1]) : Ratio(try #require(sides.first))
  }

  @Test(
    "Points are exact fractions in lowest terms, and rounded once",
    arguments: [
      (Ratio(7), "\"7\"", "7.00"), (Ratio(15, 2), "\"15/2\"", "7.50"),
      (Ratio(20, 6), "\"10/3\"", "3.33"), (Ratio(1, 8), "\"1/8\"", "0.13"),
      (Ratio(0), "\"0\"", "0.00"),
    ])
  func points(earned: Ratio, exact: String, rounded: String) {
    let text = ReportFormat.json.render(
      Samples.report(
        HandIn(name: "points", receipt: Samples.receipt),
        [
          Samples.part(
            "part", "Part", [("out", earned)],
            [Finding(check: "part/values", outputs: [Samples.passed("out")])])
        ]))
    #expect(text.contains("\"earned\": \(exact),"))
    #expect(text.contains("\"earnedRounded\": \(rounded),"))
  }

  @Test("Keys are sorted in every object", arguments: Samples.names)
  func sortedKeys(sample: String) throws {
    let text = ReportFormat.json.render(try #require(Samples.named[sample]))
    let document = try JSON(parsing: text)
    #expect(document == document.sorted())
    #expect(document.text(pretty: true) + "\n" == text)
  }

  @Test("Evidence keeps numbers that are none")
  func oddNumbers() throws {
    let report = Samples.report(
      HandIn(name: "odd", receipt: Samples.receipt),
      [
        Samples.part(
          "part", "Part", [("out", 1)],
          [
            Finding(
              check: "part/values",
              outputs: [
                OutputFinding(
                  "out", verdict: .failed, credit: .zero,
                  evidence: Samples.evidence(.infinity, wrong: 1))
              ])
          ])
      ])
    let document = try JSON(parsing: EvidenceDocument(of: report).text)
    let output = document["checks"]?.arrayValue?.first?["outputs"]?.arrayValue?.first
    #expect(output?["worstError"]?.doubleValue == .infinity)
    #expect(output?["limit"]?.doubleValue == 1e-9)
  }
}
