import Grading

/// One submission as JUnit sees it: a suite of test cases, one for each output of each check.
struct JUnitSuite {
  /// The submission's name.
  let name: String
  /// Facts about the submission, in order.
  var properties: [(name: String, value: String)] = []
  var cases: [Case]
  /// What is true of the submission as a whole.
  var notes: [String] = []

  /// One test case, with exactly one result where it is no success.
  struct Case {
    let group: String
    let name: String
    var marks: Marks?
    var result: Result?
  }

  /// Points of an output; only the case that decided it bears them, so that they add up.
  struct Marks {
    let earned: Ratio
    let possible: Ratio
  }

  /// Why a case is no success.
  struct Result {
    enum Kind: String, CaseIterable { case failure, error, skipped }

    let kind: Kind
    /// What kind of failure, by the verdict's or the status's own name.
    let type: String
    let message: String
    var detail: [String] = []
  }

  /// How many cases have a result of that kind.
  func count(_ kind: Result.Kind) -> Int { cases.count { $0.result?.kind == kind } }
}

// MARK: - From a report

extension JUnitSuite {
  /// A suite of one report.
  ///
  /// - Parameters:
  ///   - report: Redacted and sanitised.
  ///   - prefix: What the names of groups begin with; readers drop cases of equal names, so a
  ///     class puts the submission's name there.
  init(of report: Report, prefix: String = "") {
    name = report.handIn.name
    let group = prefix + report.subject.id
    cases = report.parts.flatMap { part in
      part.outputs.flatMap { output in
        Self.cases(of: output, in: part, status: report.handIn.status, group: group)
      }
    }
    if let remark = report.handIn.status.remark {
      cases.insert(
        Case(
          group: "\(group).submission", name: "compile",
          result: Result(
            kind: .error, type: report.handIn.status.name, message: remark.onOneLine,
            detail: report.handIn.diagnostics.map(\.words))),
        at: 0)
    }
    properties = Self.properties(of: report)
    notes =
      report.handIn.missing.map(\.remark)
      + report.handIn.setAside.map { "set aside: \($0.words)" }
    // Where nothing compiled, the case above shows them.
    if report.handIn.status == .graded { notes += report.handIn.diagnostics.map(\.words) }
  }

  /// A submission that could not be graded is an error of ours, not a missing line.
  init(ungraded: ClassReport.Ungraded) {
    name = ungraded.name
    cases = [
      Case(
        group: "\(ungraded.name).submission", name: "grading",
        result: Result(kind: .error, type: "notGraded", message: ungraded.reason.onOneLine))
    ]
  }

  private static func properties(of report: Report) -> [(name: String, value: String)] {
    let properties: [(name: String, value: String?)] = [
      ("assignment", report.subject.id),
      ("variant", report.subject.variant),
      ("digest", report.subject.digest),
      ("receipt", report.handIn.receipt),
      ("status", report.handIn.status.name),
      ("result", report.isPass ? "pass" : "fail"),
      ("score", report.earned.twoDecimals),
      ("max_score", report.points.twoDecimals),
      ("kit", report.instrument.kit),
      ("toolchain", report.instrument.toolchain),
    ]
    return properties.compactMap { property in property.value.map { (property.name, $0) } }
  }

  private static func cases(
    of output: OutputResult, in part: PartResult, status: HandIn.Status, group: String
  ) -> [Case] {
    let explanations = part.explanations(of: output.name)
    let marks = Marks(earned: output.earned, possible: output.points)
    let group = "\(group).\(part.id)"
    guard status == .graded || part.isJudged, !explanations.isEmpty else {
      let reason = status == .graded ? "no check judges it" : "not run: \(status.words)"
      return [
        Case(
          group: group, name: output.name, marks: marks,
          result: Result(
            kind: .skipped, type: output.verdict.rawValue, message: reason.onOneLine))
      ]
    }
    return explanations.map { explanation in
      Case(
        group: group, name: "\(explanation.checkName(in: part)): \(output.name)",
        marks: explanation.check == explanations.deciding?.check ? marks : nil,
        result: explanation.result)
    }
  }
}

extension Explanation {
  /// The check's name without the part's, which the group says already.
  fileprivate func checkName(in part: PartResult) -> String {
    let prefix = part.id + "/"
    return check.hasPrefix(prefix) ? String(check.dropFirst(prefix.count)) : check
  }

  fileprivate var result: JUnitSuite.Result? {
    let kind: JUnitSuite.Result.Kind
    switch finding.verdict {
    case .passed: return nil
    case .accepted where finding.credit >= .one: return nil
    case .accepted, .failed: kind = .failure
    case .notImplemented, .skipped, .notRun: kind = .skipped
    case .threw, .crashed, .timedOut, .memoryExceeded, .outputExceeded, .exitedEarly,
      .protocolError:
      kind = .error
    }
    return JUnitSuite.Result(
      kind: kind, type: finding.verdict.rawValue, message: headline.onOneLine,
      detail: kind == .skipped ? [] : detail)
  }

  private var detail: [String] {
    var lines = numbers.isEmpty ? [] : [sentence]
    if let firstMismatch { lines.append("First wrong: \(firstMismatch)") }
    lines += exampleSentences.map { "\($0.label) \($0.text.onOneLine)" }
    lines += (cause?.sentences ?? []).map { "\($0.label) \($0.text)" }
    if let triage { lines.append("Besides: \(triage)") }
    return lines
  }
}
