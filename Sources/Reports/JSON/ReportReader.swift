import Grading
import PlainText

/// A text that is no `report.json`, and why.
package struct ReportError: Error, Hashable, CustomStringConvertible {
  /// One phrase, such as "it has no text 'schema'".
  package let reason: String

  /// One sentence.
  package var description: String { "report.json cannot be read: \(reason)" }
}

extension Report {
  /// Reads `report.json` back: marks, verdicts and diagnoses.
  ///
  /// What the document leaves out is absent: errors, silences and expected values.
  package init(json bytes: [UInt8]) throws(ReportError) {
    let document: JSON
    do throws(JSONError) {
      document = try JSON(parsing: bytes)
    } catch {
      throw ReportError(reason: "\(error)")
    }
    self = try ReportReader().report(document)
  }
}

/// Reads the members that marks and their reasons need.
private struct ReportReader {
  func report(_ json: JSON) throws(ReportError) -> Report {
    guard try text(json, "schema") == ReportDocument.schema else {
      throw ReportError(reason: "it is not of the kind \(ReportDocument.schema)")
    }
    let assignment = json["assignment"]
    let report = Report(
      subject: .init(
        id: try text(assignment, "id"), title: try text(assignment, "title"),
        digest: try text(assignment, "digest"), variant: assignment?["variant"]?.stringValue),
      handIn: try handIn(json["submission"]), parts: try list(json, "parts", part),
      passMark: try ratio(json, "passMark"),
      instrument: .init(
        kit: json["kit"]?.stringValue, toolchain: json["toolchain"]?.stringValue))
    try check(report, against: json["points"])
    return report
  }

  /// Whoever changed a mark by hand finds out that it is not the sum of its parts.
  private func check(_ report: Report, against points: JSON?) throws(ReportError) {
    // Bounds within which no sum of fractions overflows.
    let outputs = report.parts.flatMap(\.outputs)
    let fractions = outputs.flatMap { [$0.points, $0.earned] }
    let denominator = fractions.reduce(1) { product, fraction in
      product % fraction.denominator == 0 || product > 10_000
        ? product : product * fraction.denominator
    }
    guard denominator <= 10_000, outputs.count <= 1000, report.passMark <= 100,
      report.passMark.denominator == 1
    else {
      throw ReportError(reason: "its points are no points")
    }
    guard try ratio(points, "earned") == report.earned,
      try ratio(points, "possible") == report.points
    else { throw ReportError(reason: "its points do not add up") }
  }

  // MARK: - The pieces

  private func handIn(_ json: JSON?) throws(ReportError) -> HandIn {
    guard
      let status = HandIn.Status(
        name: try text(json, "status"), remark: json?["remark"]?.stringValue)
    else { throw ReportError(reason: "it tells no known status") }
    return HandIn(
      name: try text(json, "name"), receipt: try text(json, "receipt"), status: status,
      diagnostics: try list(json, "diagnostics") { note throws(ReportError) in
        .init(
          file: try text(note, "file"), line: note["line"]?.intValue ?? 0,
          column: note["column"]?.intValue ?? 0, message: try text(note, "message"))
      },
      setAside: try list(json, "setAside") { file throws(ReportError) in
        .init(file: try text(file, "file"), reason: try text(file, "reason"))
      },
      missing: try list(json, "missing") { method throws(ReportError) in
        .init(expected: try text(method, "expected"), found: method["found"]?.stringValue)
      })
  }

  private func part(_ json: JSON) throws(ReportError) -> PartResult {
    PartResult(
      id: try text(json, "id"), title: try text(json, "title"),
      outputs: try list(json, "outputs") { output throws(ReportError) in
        OutputResult(
          name: try text(output, "name"), points: try ratio(output["points"], "possible"),
          earned: try ratio(output["points"], "earned"), verdict: try verdict(output))
      },
      findings: try list(json, "checks") { check throws(ReportError) in
        Finding(
          check: try text(check, "id"), verdict: try verdict(check),
          outputs: try list(check, "outputs", finding))
      })
  }

  private func finding(_ json: JSON) throws(ReportError) -> OutputFinding {
    OutputFinding(
      try text(json, "name"), verdict: try verdict(json), credit: try ratio(json, "credit"),
      problem: json["problem"]?.stringValue,
      diagnosis: try json["diagnosis"].map { diagnosis throws(ReportError) in
        Diagnosis(
          id: try text(diagnosis, "id"), looksLike: try text(diagnosis, "looksLike"),
          why: try text(diagnosis, "why"), place: try text(diagnosis, "where"))
      })
  }

  // MARK: - Values

  private func text(_ json: JSON?, _ key: String) throws(ReportError) -> String {
    guard let text = json?[key]?.stringValue else {
      throw ReportError(reason: "it has no text '\(key)'")
    }
    return text
  }

  private func verdict(_ json: JSON) throws(ReportError) -> Verdict {
    guard let verdict = Verdict(rawValue: try text(json, "verdict")) else {
      throw ReportError(reason: "it has no verdict")
    }
    return verdict
  }

  private func ratio(_ json: JSON?, _ key: String) throws(ReportError) -> Ratio {
    guard let ratio = Ratio(exact: try text(json, key)) else {
      throw ReportError(reason: "it has no fraction '\(key)'")
    }
    return ratio
  }

  private func list<Element>(
    _ json: JSON?, _ key: String, _ read: (JSON) throws(ReportError) -> Element
  ) throws(ReportError) -> [Element] {
    guard let items = json?[key]?.arrayValue else {
      throw ReportError(reason: "it has no list '\(key)'")
    }
    var elements: [Element] = []
    for item in items { elements.append(try read(item)) }
    return elements
  }
}
