import Grading

/// A class on a page: a line a student, whom to look at, what to teach again, and a summary.
struct ClassTable {
  /// Widest column of names.
  static let widestName = 28

  private let report: ClassReport
  private var page: Page

  /// Takes a class whose reports are redacted and sanitised.
  init(of report: ClassReport, style: Style) {
    self.report = report
    page = Page(style: style)
  }

  /// The whole text.
  var text: String {
    var copy = self
    copy.addStudents()
    copy.addUngraded()
    copy.addAttention()
    copy.addLessons()
    copy.addSummary()
    return copy.page.text
  }

  private mutating func addStudents() {
    let names = report.entries.map { $0.handIn.name.cut(to: Self.widestName) }
    let points = report.entries.map { "\($0.earned)/\($0.points)" }
    let percents = report.entries.map { "\($0.percent.twoDecimals) %" }
    let widths = [names, points, percents].map { $0.map(\.columns).max() ?? 0 }
    for (index, entry) in report.entries.enumerated() {
      let front =
        "  \(names[index].padded(to: widths[0]))  \(points[index].rightAligned(in: widths[1]))"
        + "  \(percents[index].rightAligned(in: widths[2]))  "
      let rest = Page.width - front.columns - "PASS".count
      page.add(
        entry.isPass ? Page.Span("PASS", .green) : Page.Span("FAIL", .red),
        Page.Span((front + entry.gist.cut(to: rest)).withoutTrailingSpaces))
    }
  }

  // MARK: - Below the table

  private mutating func addUngraded() {
    add(
      "Not graded, through no fault of theirs",
      report.ungraded.map { (name: $0.name, text: $0.reason) })
  }

  private mutating func addAttention() {
    add(
      "Needs your eyes",
      report.needsYourEyes.map { attention in
        (name: attention.name, text: attention.reasons.map(\.words).joined(separator: "; "))
      })
  }

  private mutating func addLessons() {
    add(
      "Teach again",
      report.teachAgain.map { lesson in
        (
          name: "\(lesson.students) students",
          text: "\(lesson.diagnosis.looksLike) (\(lesson.diagnosis.id))"
        )
      })
  }

  private mutating func add(_ heading: String, _ rows: [(name: String, text: String)]) {
    guard !rows.isEmpty else { return }
    page.addGap()
    page.add(Page.Span(heading, .bold))
    let names = rows.map { $0.name.cut(to: Self.widestName) }
    let width = names.map(\.columns).max() ?? 0
    for (name, row) in zip(names, rows) {
      page.add(paragraph: row.text, behind: "  \(name.padded(to: width))  ")
    }
  }

  private mutating func addSummary() {
    page.addGap()
    let count = report.entries.count
    var words = "\(count) graded: \(report.passed) passed, \(count - report.passed) failed"
    if let mean = report.meanPercent, let median = report.medianPercent {
      words += "; mean \(mean) %, median \(median) % (pass mark \(report.passMark) %)"
    }
    if !report.ungraded.isEmpty { words += "; \(report.ungraded.count) not graded" }
    page.add(Page.Span(words))
  }
}
