import Grading

/// A report as text for a terminal: first whether it is a pass, last the receipt.
struct TextReport {
  /// Most diagnostics of the compiler that are shown; the rest mostly repeats them.
  static let mostDiagnostics = 20
  /// Hexadecimal digits of the receipt that are shown.
  static let receiptDigits = 12

  let report: Report
  var page: Page
  /// Where a cause was explained, so that it is explained once.
  var told: [Explanation.Cause: Place] = [:]
  /// The part in which it was last said where a gradient's mistake comes from.
  var toldTriages: [String: String] = [:]

  /// An output of a part.
  struct Place {
    let part: String
    let title: String
    let output: String
  }

  /// Takes a report that is redacted and sanitised.
  init(of report: Report, style: Style) {
    self.report = report
    page = Page(style: style)
  }

  /// The whole text.
  var text: String {
    var copy = self
    copy.addHead()
    if report.handIn.status == .graded {
      for part in report.parts { copy.add(part) }
      copy.addNotes()
    } else {
      // The reason matters more than a list of zeros.
      copy.addNotes()
      for part in report.parts where part.isJudged { copy.add(part) }
      copy.addPartsNotRun()
    }
    copy.page.addGap()
    copy.page.add("Receipt \(String(report.handIn.receipt.prefix(Self.receiptDigits)))")
    return copy.page.text
  }

  private mutating func addHead() {
    let result =
      report.isPass ? Page.Span("PASS", .green) : Page.Span("FAIL", .red)
    page.add(
      paragraph: "\(report.handIn.name): \(report.earned) of \(report.points) points, "
        + "\(report.percent) % (pass mark \(report.passMark) %)",
      behind: result, "  ")
    let variant = report.subject.variant.map { ", variant \($0)" } ?? ""
    page.add(
      paragraph: "\(report.subject.id): \(report.subject.title)\(variant)", behind: "      ")
    if let remark = report.handIn.status.remark { page.add(paragraph: remark, behind: "      ") }
  }

  private mutating func addPartsNotRun() {
    page.addGap()
    for part in report.parts where !part.isJudged {
      page.add(Page.Span(part.title, .bold), "  0 of \(part.points) points, not run")
    }
  }
}

// MARK: - What became of the files

extension TextReport {
  mutating func addNotes() {
    let handIn = report.handIn
    let kind = handIn.missing.allSatisfy(\.isMethod) ? "Methods" : "Functions"
    add("\(kind) that were not found", handIn.missing.map(\.remark))
    add("Files set aside, so that the rest could be graded", handIn.setAside.map(\.words))
    // Of a notebook a cell is named as well.
    let isPython = { (note: HandIn.SourceNote) in
      note.file.hasSuffix(".py") || note.file.contains(".ipynb")
    }
    let isCode = { (note: HandIn.SourceNote) in note.file.hasSuffix(".swift") || isPython(note) }
    let code = handIn.diagnostics.filter(isCode)
    let reader = code.contains(where: isPython) ? "Python" : "the compiler"
    add("What \(reader) said", Self.few(code))
    add("What to mend in the sheet", Self.few(handIn.diagnostics.filter { !isCode($0) }))
  }

  private static func few(_ notes: [HandIn.SourceNote]) -> [String] {
    let hidden = notes.count - mostDiagnostics
    return notes.prefix(mostDiagnostics).map(\.words) + (hidden > 0 ? ["and \(hidden) more"] : [])
  }

  private mutating func add(_ heading: String, _ notes: [String]) {
    guard !notes.isEmpty else { return }
    page.addGap()
    page.add(Page.Span(heading, .bold))
    for note in notes { page.add(paragraph: note, behind: "  ") }
  }
}
