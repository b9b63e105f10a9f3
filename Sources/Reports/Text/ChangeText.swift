import Grading

/// What judging answers again changes for one submission, and why.
package enum ChangeText {
  /// The change on a few lines: the mark, the outputs, the causes.
  ///
  /// - Parameters:
  ///   - change: What changes.
  ///   - isWritten: Whether the new report is to take the old one's place.
  ///   - style: How it is to look.
  /// - Returns: The lines, each with its line break.
  package static func render(
    _ change: ReportChange, isWritten: Bool, _ style: Style = .plain
  ) -> String {
    var page = Page(style: style)
    let name = change.before.sanitised.handIn.name
    page.add(
      paragraph: "\(name): \(mark(change.before)) → \(mark(change.after))", behind: head(change))
    for output in change.outputs {
      page.add(paragraph: words(output), behind: "  ", Page.Span(output.name), "  ")
    }
    page.add(
      paragraph: change.causes.map(words).joined(separator: "; "), behind: "  why: ")
    if !isWritten {
      page.add("  not written, because the mark would fall; --allow-lower writes it")
    }
    return page.text
  }

  private static func head(_ change: ReportChange) -> Page.Span {
    if change.isLowered { return Page.Span("LOWER   ", .red) }
    return change.isRaised ? Page.Span("HIGHER  ", .green) : Page.Span("SAME    ", .faint)
  }

  private static func mark(_ report: Report) -> String {
    "\(report.earned)/\(report.points) \(report.isPass ? "PASS" : "FAIL")"
  }

  private static func words(_ output: ReportChange.Output) -> String {
    var phrases: [String] = []
    switch (output.before, output.after) {
    case (let before?, let after?):
      if (before.earned, before.points) != (after.earned, after.points) {
        phrases.append("\(earned(before)) → \(earned(after))")
      }
      if before.verdict != after.verdict {
        phrases.append("was \(before.verdict.words), is \(after.verdict.words)")
      }
    case (nil, let after?): phrases.append("new: \(earned(after)), \(after.verdict.words)")
    case (let before?, nil): phrases.append("no longer in the scheme: \(earned(before))")
    case (nil, nil): break
    }
    if output.oldDiagnosis?.id != output.newDiagnosis?.id, output.after != nil {
      if let new = output.newDiagnosis {
        phrases.append("now recognised: \(new.looksLike) (\(new.id))")
      } else if let old = output.oldDiagnosis {
        phrases.append("no longer taken for \(old.id)")
      }
    }
    return phrases.joined(separator: "; ")
  }

  private static func earned(_ output: OutputResult) -> String {
    "\(output.earned) of \(output.points)"
  }

  private static func words(_ cause: ReportChange.Cause) -> String {
    switch cause {
    case .scheme: "other points, checks, questions or tolerances in the scheme"
    case .newQuestions(let checks): "asked anew: \(checks.joined(separator: ", "))"
    case .passMark(let before, let after): "the pass mark is \(after) % instead of \(before) %"
    case .judgement:
      "the same answers are judged differently (reference, tolerance or known mistakes)"
    }
  }
}
