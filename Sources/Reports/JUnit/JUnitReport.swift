import Grading

/// JUnit's XML for one submission or a class, in the dialect that all readers take.
///
/// Each case has at most one result element, classes and names are unique, and neither time nor
/// clock is in it, so that equal reports give equal bytes.
struct JUnitReport {
  private let name: String
  private let suites: [JUnitSuite]

  /// Takes a report that is redacted and sanitised.
  init(of report: Report) {
    name = report.subject.id
    suites = [JUnitSuite(of: report)]
  }

  /// Takes a class whose reports are redacted and sanitised.
  init(of report: ClassReport) {
    name = report.entries.first?.subject.id ?? "gradecheck"
    suites =
      report.entries.map { JUnitSuite(of: $0, prefix: "\($0.handIn.name).") }
      + report.ungraded.map { JUnitSuite(ungraded: $0) }
  }

  /// The document, ending in a line break.
  var text: String {
    XMLTag("testsuites", [("name", name)] + Self.counts(of: suites), suites.map(Self.tag)).document
  }

  private static func counts(of suites: [JUnitSuite]) -> [(name: String, value: String)] {
    func total(_ kind: JUnitSuite.Result.Kind) -> String {
      String(suites.map { $0.count(kind) }.reduce(0, +))
    }
    return [
      ("tests", String(suites.map(\.cases.count).reduce(0, +))),
      ("failures", total(.failure)), ("errors", total(.error)), ("skipped", total(.skipped)),
    ]
  }

  // MARK: - Elements

  private static func tag(_ suite: JUnitSuite) -> XMLTag {
    let notes = suite.notes.isEmpty ? [] : [XMLTag("system-out", text: lines(suite.notes))]
    return XMLTag(
      "testsuite", [("name", suite.name)] + counts(of: [suite]),
      properties(suite.properties) + suite.cases.map(tag) + notes)
  }

  private static func tag(_ testCase: JUnitSuite.Case) -> XMLTag {
    let marks = testCase.marks.map { marks in
      [
        (name: "score", value: marks.earned.twoDecimals),
        (name: "max_score", value: marks.possible.twoDecimals),
      ]
    }
    return XMLTag(
      "testcase", [("classname", testCase.group), ("name", testCase.name)],
      properties(marks ?? []) + (testCase.result.map { [tag($0)] } ?? []))
  }

  private static func tag(_ result: JUnitSuite.Result) -> XMLTag {
    let isSkipped = result.kind == .skipped
    return XMLTag(
      result.kind.rawValue,
      // Readers know a message of a skipped case, but no type.
      (isSkipped ? [] : [("type", result.type)]) + [("message", result.message)],
      text: result.detail.isEmpty ? "" : lines(result.detail))
  }

  private static func properties(_ properties: [(name: String, value: String)]) -> [XMLTag] {
    guard !properties.isEmpty else { return [] }
    return [
      XMLTag(
        "properties", [],
        properties.map { XMLTag("property", [("name", $0.name), ("value", $0.value)]) })
    ]
  }

  /// Indented, because a log takes words at the first column for commands.
  private static func lines(_ texts: [String]) -> String {
    let lines = texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    return "\n" + lines.map { "  \($0)\n" }.joined()
  }
}
