import Grading

extension TextReport {
  /// One part: its heading, then a row an output with what explains it.
  mutating func add(_ part: PartResult) {
    page.addGap()
    page.add(
      Page.Span(part.title, .bold),
      "  \(part.earned) of \(part.points) points\(part.isTodo ? ", todo" : "")")
    let rows = part.outputs.map { Row(of: $0, in: part) }
    let widths = Row.Widths(of: rows)
    for row in rows { add(row, widths, in: part) }
    for note in part.notes { page.add(paragraph: note, behind: "  Note: ") }
  }

  private mutating func add(_ row: Row, _ widths: Row.Widths, in part: PartResult) {
    let numbers = row.deciding?.numbers ?? ""
    page.add(
      paragraph: numbers,
      behind: "  \(row.name.padded(to: widths.name))",
      "  \(row.points.rightAligned(in: widths.points))  ",
      Page.Span(row.verdict, row.output.verdict.ink),
      // Padding stands outside the ink, so that it can be taken off the end of a line.
      Page.Span(String(repeating: " ", count: widths.verdict + 2 - row.verdict.columns)))
    let told = row.tellingExplanations
    for explanation in told { add(explanation, of: row, in: part, isAlone: told.count == 1) }
  }

  private mutating func add(
    _ explanation: Explanation, of row: Row, in part: PartResult, isAlone: Bool
  ) {
    // The deciding check's numbers stand in the row; another check's have a line of their own.
    if !isAlone {
      let isDeciding = explanation.check == row.deciding?.check
      page.add(
        paragraph: isDeciding ? explanation.finding.verdict.words : explanation.sentence,
        behind: "      In check \(explanation.check): ")
    }
    if let first = explanation.firstMismatch { add("First wrong:", first) }
    for sentence in explanation.exampleSentences { add(sentence.label, sentence.text) }
    add(explanation.cause, of: row, in: part)
    // Outputs of one part with the same origin have it said once.
    if let triage = explanation.triage, toldTriages[triage] != part.id {
      toldTriages[triage] = part.id
      add("Besides:", triage)
    }
  }

  private mutating func add(_ cause: Explanation.Cause?, of row: Row, in part: PartResult) {
    guard let cause else { return }
    if let place = told[cause] {
      let isNear = place.part == part.id
      add("Same cause as", isNear ? place.output : "\(place.output) in \(place.title)")
    } else {
      told[cause] = Place(part: part.id, title: part.title, output: row.output.name)
      for sentence in cause.sentences { add(sentence.label, sentence.text) }
    }
  }

  private mutating func add(_ label: String, _ text: String) {
    page.add(paragraph: text, behind: "      ", Page.Span(label, .bold), " ")
  }
}

/// One line of a part: an output, what it earned, and how it ended.
private struct Row {
  /// Widest name that is shown in full.
  private static let widestName = 24

  let output: OutputResult
  let explanations: [Explanation]

  init(of output: OutputResult, in part: PartResult) {
    self.output = output
    explanations = part.explanations(of: output.name)
  }

  var deciding: Explanation? { explanations.deciding }

  /// What did not pass, the deciding check first; checks that found the same fault say it once.
  ///
  /// Other wrong numbers add nothing where it is known what is wrong.
  var tellingExplanations: [Explanation] {
    let failed = explanations.filter { $0.finding.verdict != .passed }
    let first = failed.filter { $0.check == deciding?.check }
    let isExplained = first.contains { $0.cause != nil }
    var faults: Set<Fault> = []
    return (first + failed).filter {
      let fault = Fault(of: $0)
      return !(isExplained && fault.isNumbersAlone) && faults.insert(fault).inserted
    }
  }

  /// The cause where one is known, else what is wrong besides values.
  private struct Fault: Hashable {
    let cause: Explanation.Cause?
    let problem: String?

    init(of explanation: Explanation) {
      cause = explanation.cause
      problem = cause == nil ? explanation.finding.problem : nil
    }

    var isNumbersAlone: Bool { cause == nil && problem == nil }
  }

  var name: String { output.name.cut(to: Self.widestName) }
  var points: String { "\(output.earned) of \(output.points)" }

  /// The verdict in words, with the credit where an accepted answer earns some.
  var verdict: String {
    guard output.verdict == .accepted, let credit = deciding?.finding.credit else {
      return output.verdict.words
    }
    return "\(output.verdict.words), \(credit * 100) % credit"
  }

  /// The widths that align the rows of a part.
  struct Widths {
    let name: Int
    let points: Int
    let verdict: Int

    init(of rows: [Row]) {
      name = rows.map(\.name.columns).max() ?? 0
      points = rows.map(\.points.columns).max() ?? 0
      verdict = rows.map(\.verdict.columns).max() ?? 0
    }
  }
}
