import Foundation
import Grading

extension SheetAppeal {
  /// The page in plain text: slot by slot what was typed, what is right, and what decided.
  package var text: String {
    var lines = [
      "\(name): \(title) (\(assignment)), \(earned) of \(points) points",
      "For staff: this page holds the right answers.",
    ]
    lines += notes.map { "Note: \($0.words)" }
    for slot in slots {
      lines += ["", "\(slot.result.name)  \(slot.result.earned) of \(slot.result.points) points"]
      lines += slot.remarks.map { "  \($0)" }
      lines += slot.entries.flatMap { ["  \($0.equation)"] + $0.lines.map { "    \($0)" } }
    }
    return lines.map(Self.printable).joined(separator: "\n") + "\n"
  }

  private var earned: Ratio { slots.map(\.result.earned).sum() }
  private var points: Ratio { slots.map(\.result.points).sum() }

  /// What a student typed must not write to the terminal of whoever reads it.
  private static func printable(_ line: String) -> String { Sanitised(line).text }
}

extension SheetAppeal.Slot {
  /// What concerns the slot as a whole.
  fileprivate var remarks: [String] {
    var remarks: [String] = []
    if let text {
      remarks.append("typed \(text.count > 60 ? "\(text.prefix(57))..." : text)")
    } else if finding.verdict == .passed, entries.allSatisfy({ $0.typed == nil }) {
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
    guard let typed else { return ["blank; true value \(Self.number(truth))"] }
    var lines = ["typed \(typed); true value \(Self.number(truth))"]
    if let own { lines.append("from the sheet's own earlier values: \(Self.range(own))") }
    lines.append(rule + (accepted.map { "; accepted \(Self.range($0))" } ?? ""))
    return lines
  }

  private static func number(_ value: Double) -> String { String(format: "%.8g", value) }

  private static func range(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    return low == high ? low : "\(low) to \(high)"
  }
}
