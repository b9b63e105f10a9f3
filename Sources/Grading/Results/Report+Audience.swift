/// Who reads a report.
package enum Audience: String, Sendable, CaseIterable {
  case student, staff
}

extension Report {
  /// The report as that audience may see it; redaction happens here and nowhere else.
  ///
  /// A student sees what was wrong, where, and what it looks like, but neither the expected values
  /// of hidden checks nor words of the code that could carry hidden inputs.
  package func redacted(for audience: Audience) -> Report {
    guard audience == .student else { return self }
    var report = self
    report.parts = parts.map { part in
      var part = part
      part.findings = part.findings.map(\.guarded)
      return part
    }
    return report
  }
}

extension Finding {
  fileprivate var guarded: Finding {
    var finding = self
    finding.silence = silence?.guarded
    finding.outputs = outputs.map { output in
      var output = output
      output.evidence?.first?.expected = nil
      output.nearest = nil
      return output
    }
    return finding
  }
}
