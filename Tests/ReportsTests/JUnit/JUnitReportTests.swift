import Foundation
import Grading
import Reports
import Testing

@Suite("JUnit report")
struct JUnitReportTests {
  private typealias Element = MarkupReader.Element

  private func root(_ text: String) throws -> Element { try MarkupReader(text).root }

  private func attribute(_ name: String, of element: Element) -> String? {
    element.attributes[name]
  }

  private let resultNames = ["failure", "error", "skipped"]

  @Test("An XML parser reads it; counts, scores and results agree", arguments: Samples.names)
  func agreesWithReport(sample: String) throws {
    let report = try #require(Samples.named[sample])
    let root = try root(ReportFormat.junit.render(report))
    #expect(root.name == "testsuites")
    let suites = root.children("testsuite")
    #expect(suites.count == 1)
    let suite = try #require(suites.first)
    #expect(attribute("name", of: suite) == Sanitised(report.handIn.name).line)
    try expectCounts(of: suite)
    try expectCounts(of: suite, statedBy: root)
    // The samples' points are whole hundredths, so that rounding loses nothing.
    let scores = try suite.children("testcase").map(marks)
    #expect(scores.map(\.earned).reduce(0, +) == hundredths(report.earned))
    #expect(scores.map(\.possible).reduce(0, +) == hundredths(report.points))
  }

  @Test("A sheet's outputs are cases of their own beside code that does not compile")
  func sheetBesideBrokenCode() throws {
    let root = try root(ReportFormat.junit.render(Samples.brokenBesideSheet))
    let suite = try #require(root.children("testsuite").first)
    let cases = suite.children("testcase")
    #expect(
      cases.map { attribute("name", of: $0) } == [
        "compile", "sheet: x1", "sheet: x2", "y", "gradX",
      ])
    #expect(cases.map { $0.children("skipped").count } == [0, 0, 1, 1, 1])
    #expect(try marks(of: cases[1]) == (200, 200))
  }

  @Test("The name of a student's own numbers is a property of the suite")
  func variant() throws {
    for (report, name) in [(Samples.ofVariant, "3f9a1c"), (Samples.full, nil)] {
      let root = try root(ReportFormat.junit.render(report))
      let properties = try #require(root.children("testsuite").first)
        .children("properties").flatMap { $0.children("property") }
      let variant = properties.first { attribute("name", of: $0) == "variant" }
      #expect(variant.flatMap { attribute("value", of: $0) } == name)
    }
  }

  private func expectCounts(of suite: Element, statedBy element: Element? = nil) throws {
    let cases = suite.children("testcase")
    let results = cases.flatMap { testCase in
      resultNames.flatMap { testCase.children($0) }.map(\.name)
    }
    let stated = element ?? suite
    #expect(attribute("tests", of: stated) == "\(cases.count)")
    for (name, plural) in zip(resultNames, ["failures", "errors", "skipped"]) {
      #expect(attribute(plural, of: stated) == "\(results.count { $0 == name })")
    }
  }

  private func marks(of testCase: Element) throws -> (earned: Int, possible: Int) {
    var marks = (earned: 0, possible: 0)
    for property in testCase.children("properties").flatMap({
      $0.children("property")
    }) {
      let digits = try #require(attribute("value", of: property)).filter { $0 != "." }
      let value = try #require(Int(digits))
      if attribute("name", of: property) == "score" { marks.earned = value }
      if attribute("name", of: property) == "max_score" { marks.possible = value }
    }
    return marks
  }

  private func hundredths(_ ratio: Ratio) -> Int { (ratio * 100).numerator }

  @Test("Each case has its own name and at most one result", arguments: Samples.names)
  func casesAreUnique(sample: String) throws {
    let root = try root(ReportFormat.junit.render(try #require(Samples.named[sample])))
    try expectUniqueCases(root)
  }

  @Test("In a class too, and every submission has its suite, graded or not")
  func casesOfClassAreUnique() throws {
    let root = try root(ClassFormat.junit.render(Samples.distinctClass))
    try expectUniqueCases(root)
    #expect(
      root.children("testsuite").count
        == Samples.distinctClass.entries.count + Samples.distinctClass.ungraded.count)
    for suite in root.children("testsuite") { try expectCounts(of: suite) }
  }

  private func expectUniqueCases(_ root: Element) throws {
    var names: Set<String> = []
    let cases = root.children("testsuite").flatMap { $0.children("testcase") }
    for testCase in cases {
      let name =
        try #require(attribute("classname", of: testCase)) + " / "
        + (try #require(attribute("name", of: testCase)))
      #expect(names.insert(name).inserted, "\(name)")
      let results = resultNames.flatMap { testCase.children($0) }
      #expect(results.count <= 1, "\(name)")
      for result in results { #expect(attribute("message", of: result)?.isEmpty == false) }
    }
  }

  @Test("Misbehaviour is an error, what is unwritten or was not run is skipped")
  func kindsOfResult() throws {
    let root = try root(ReportFormat.junit.render(Samples.misbehaving))
    let suite = try #require(root.children("testsuite").first)
    let kinds = suite.children("testcase").compactMap { testCase in
      resultNames.first { !testCase.children($0).isEmpty }
    }
    let expected = Samples.silences.flatMap { silence -> [String] in
      let kind = silence == .notImplemented ? "skipped" : "error"
      return [kind, kind]
    }
    #expect(kinds == expected + ["skipped"])
  }

  @Test("A submission that does not compile has one error, and no output is dropped")
  func compileError() throws {
    let root = try root(ReportFormat.junit.render(Samples.broken))
    #expect(attribute("tests", of: root) == "5")
    #expect(attribute("errors", of: root) == "1")
    #expect(attribute("skipped", of: root) == "4")
  }

  @Test("There is no time in it")
  func noTime() {
    for report in Samples.all {
      let text = ReportFormat.junit.render(report)
      #expect(!text.contains(" time=") && !text.contains(" timestamp="))
    }
  }
}
