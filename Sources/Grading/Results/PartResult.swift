/// What a submission earned in one part.
package struct PartResult: Sendable, Hashable {
  /// The part's identifier, such as `affine-backward`.
  package let id: String
  /// The part's title in reports.
  package let title: String
  /// In the scheme's order.
  package let outputs: [OutputResult]
  /// In the scheme's order.
  package var findings: [Finding]

  /// Adds up one part: an output earns its points times the lowest credit among the checks that
  /// judge it, and nothing where no check does.
  package init(part: Part, findings: [Finding]) {
    id = part.id
    title = part.title
    self.findings = findings
    outputs = part.outputs.map { output in
      let judged = findings.flatMap(\.outputs).filter { $0.output == output.name }
      // Among equal credits the first tells the story.
      let lowest = judged.min { $0.credit < $1.credit }
      return OutputResult(
        name: output.name, points: output.points,
        earned: output.points * (lowest?.credit ?? .zero), verdict: lowest?.verdict ?? .notRun)
    }
  }

  /// A part as a report tells it.
  package init(id: String, title: String, outputs: [OutputResult], findings: [Finding]) {
    self.id = id
    self.title = title
    self.outputs = outputs
    self.findings = findings
  }

  /// The points earned by all outputs.
  package var earned: Ratio { outputs.map(\.earned).sum() }
  /// The points that all outputs are worth.
  package var points: Ratio { outputs.map(\.points).sum() }

  /// Nothing of this part is written yet.
  package var isTodo: Bool { outputs.allSatisfy { $0.verdict == .notImplemented } }
}

/// What one output earned, and the verdict that decided it.
package struct OutputResult: Sendable, Hashable {
  /// The output's name, such as `gradB`.
  package let name: String
  /// What it is worth.
  package let points: Ratio
  /// Its points times the credit that decided.
  package let earned: Ratio
  /// The verdict of the check with the lowest credit; `notRun` where no check judged it.
  package let verdict: Verdict

  /// An output that earned so much of its points.
  package init(name: String, points: Ratio, earned: Ratio, verdict: Verdict) {
    self.name = name
    self.points = points
    self.earned = earned
    self.verdict = verdict
  }
}
