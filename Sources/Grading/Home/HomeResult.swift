/// What a public check tells a student at home.
package enum HomeResult: Sendable, Hashable {
  case right
  /// Something is not written yet, and what.
  case todo(String)
  /// Nothing can be said, and why.
  case undecided(String)
  /// One text for each mistake.
  case wrong([String])

  /// What a finding comes to.
  ///
  /// - Parameters:
  ///   - finding: The finding of a public check.
  ///   - question: What was asked last.
  package init(_ finding: Finding, askedLast question: String? = nil) {
    let failed = finding.outputs.filter { $0.verdict == .failed }
    let open = finding.outputs.filter { $0.verdict == .skipped }.compactMap(\.problem)
    switch finding.silence {
    case .notImplemented: self = .todo(Message.unwritten(question))
    case .skipped(let reason): self = .todo(reason)
    case let silence?: self = .wrong([silence.remark(to: question)])
    case nil where !failed.isEmpty: self = .wrong(Self.texts(of: failed))
    case nil: self = open.first.map { .undecided($0) } ?? .right
    }
  }

  /// What is wrong, output by output; a cause that several have in common is told once.
  private static func texts(of failed: [OutputFinding]) -> [String] {
    var told: [Diagnosis: String] = [:]
    return failed.map { finding in
      var lines = [Message.problem(finding)]
      if let diagnosis = finding.diagnosis {
        if let first = told[diagnosis] {
          lines.append("Same cause as \(first)")
        } else {
          told[diagnosis] = finding.output
          lines.append("Looks like: \(diagnosis.looksLike)")
          lines.append("Why: \(diagnosis.why)")
          lines.append("Where: \(diagnosis.place)")
        }
      }
      return lines.joined(separator: "\n")
    }
  }
}

// MARK: - Messages

extension HomeResult {
  fileprivate enum Message {
    static func unwritten(_ question: String?) -> String {
      question.map { "\($0) is not written yet" } ?? "not written yet"
    }

    /// The problem, which begins with the output's name.
    static func problem(_ finding: OutputFinding) -> String {
      guard let problem = finding.problem else { return "\(finding.output) is wrong" }
      let isNamed = problem.hasPrefix(finding.output)
      return isNamed ? problem : "\(finding.output): \(problem)"
    }
  }
}
