import Grading

// A test run shows one finding a time; it reads like the same lines of the whole report.
extension PartResult {
  /// The part as the text report shows it to a student.
  package var text: String {
    let report = Report(part: self).redacted(for: .student).sanitised
    var text = TextReport(of: report, style: .plain)
    for part in report.parts { text.add(part) }
    return text.page.text
  }
}

extension HandIn {
  /// What became of the files, as the text report shows it to a student.
  package var text: String {
    let report = Report(handIn: self).redacted(for: .student).sanitised
    var text = TextReport(of: report, style: .plain)
    if let remark = report.handIn.status.remark { text.page.add(paragraph: remark, behind: "") }
    text.addNotes()
    return text.page.text
  }
}

extension Report {
  /// A report of which only one piece is shown.
  fileprivate init(handIn: HandIn = HandIn(name: "", receipt: ""), part: PartResult? = nil) {
    self.init(
      subject: Subject(id: "", title: "", digest: ""), handIn: handIn,
      parts: part.map { [$0] } ?? [], passMark: .zero,
      instrument: Instrument(kit: nil, toolchain: nil))
  }
}
