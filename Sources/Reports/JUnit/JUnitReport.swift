import Foundation
import Grading
import Synchronization

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
    // Elements are made, written and freed one document at a time.
    Self.turn.withLock { _ in
      XMLElement(
        "testsuites", [("name", name)] + Self.counts(of: suites),
        children: suites.map(Self.element)
      ).documentText
    }
  }

  /// The XML library sets up dictionaries that all its documents share, and crashes where two threads
  /// do so at once.
  private static let turn = Mutex(())

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

  private static func element(_ suite: JUnitSuite) -> XMLElement {
    var children = properties(suite.properties) + suite.cases.map(element)
    if !suite.notes.isEmpty {
      let notes = XMLElement("system-out", [])
      notes.stringValue = lines(suite.notes)
      children.append(notes)
    }
    return XMLElement(
      "testsuite", [("name", suite.name)] + counts(of: [suite]), children: children)
  }

  private static func element(_ testCase: JUnitSuite.Case) -> XMLElement {
    let marks = testCase.marks.map { marks in
      [
        (name: "score", value: marks.earned.twoDecimals),
        (name: "max_score", value: marks.possible.twoDecimals),
      ]
    }
    return XMLElement(
      "testcase", [("classname", testCase.group), ("name", testCase.name)],
      children: properties(marks ?? []) + (testCase.result.map { [element($0)] } ?? []))
  }

  private static func element(_ result: JUnitSuite.Result) -> XMLElement {
    let isSkipped = result.kind == .skipped
    let element = XMLElement(
      result.kind.rawValue,
      // Readers know a message of a skipped case, but no type.
      (isSkipped ? [] : [("type", result.type)]) + [("message", result.message)])
    if !result.detail.isEmpty { element.stringValue = lines(result.detail) }
    return element
  }

  private static func properties(_ properties: [(name: String, value: String)]) -> [XMLElement] {
    guard !properties.isEmpty else { return [] }
    return [
      XMLElement(
        "properties", [],
        children: properties.map {
          XMLElement("property", [("name", $0.name), ("value", $0.value)])
        })
    ]
  }

  /// Indented, because a log takes words at the first column for commands.
  private static func lines(_ texts: [String]) -> String {
    let lines = texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    return "\n" + lines.map { "  \($0)\n" }.joined()
  }
}
