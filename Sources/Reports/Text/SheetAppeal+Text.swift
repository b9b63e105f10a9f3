import Foundation
import Grading

extension SheetAppeal {
  /// The page in plain text: slot by slot what was typed, what is right, and what decided.
  package var text: String {
    var lines = [
      "\(name): \(title) (\(assignment)), \(earned) of \(points) points",
      reach,
    ]
    lines += notes.map { "Note: \($0.words)" }
    for slot in slots {
      lines += ["", "\(slot.result.name)  \(slot.result.earned) of \(slot.result.points) points"]
      lines += slot.remarks.map { "  \($0)" }
      lines += slot.entries.flatMap { ["  \($0.equation)"] + $0.lines.map { "    \($0)" } }
    }
    return lines.map(Self.printable).joined(separator: "\n") + "\n"
  }

  /// How far the page goes, in a sentence.
  var reach: String {
    switch audience {
    case .staff: "For staff: this page holds the right answers."
    case .student: "This page goes as far as the first step that went wrong."
    }
  }

  /// What a student typed must not write to the terminal of whoever reads it.
  private static func printable(_ line: String) -> String { Sanitised(line).text }
}

extension SheetAppeal.Slot {
  /// What concerns the slot as a whole.
  var remarks: [String] {
    var remarks: [String] = []
    if let text {
      remarks.append("typed \(text.count > 60 ? "\(text.prefix(57))..." : text)")
    } else if finding.verdict == .passed, !entries.isEmpty,
      entries.allSatisfy({ $0.typed == nil })
    {
      remarks.append("blank, and made good by a right result that builds on it")
    }
    if let problem = finding.problem { remarks.append(problem) }
    if let diagnosis = finding.diagnosis {
      remarks.append("recognised as \(diagnosis.id): \(diagnosis.looksLike)")
    }
    return remarks
  }
}

extension SheetAppeal.Entry {
  fileprivate var lines: [String] {
    let right = truth.map { "; true value \($0.inFigures(8))" } ?? ""
    guard let typed else { return ["blank\(right)"] }
    var lines = ["typed \(typed)\(right)"]
    if let own { lines.append("from the sheet's own earlier values: \(own.inFigures(8))") }
    lines.append(rule + (accepted.map { "; accepted \($0.inFigures(8))" } ?? ""))
    return lines
  }
}
