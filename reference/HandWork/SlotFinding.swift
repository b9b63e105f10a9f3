import Coursework
import Grading
import Worksheets

/// The numbers of one slot, each judged, as a finding.
struct SlotFinding {
  let slot: Worksheet.Slot
  /// One for each place, row by row; `nil` where nothing was typed.
  let entries: [EntryJudgement?]
  let credit: SheetCredit

  /// What is found about the slot: it earns what its worst entry does, for the places filled in.
  var finding: OutputFinding {
    let filled = entries.compactMap(\.self)
    let worst = filled.map { credit[$0.verdict] }.min() ?? .zero
    let earned = worst * Ratio(filled.count, max(entries.count, 1))
    // A wrong entry tells more than one with too few digits.
    let bad = entries.indices.filter { entries[$0].map { !$0.verdict.isRight } ?? false }
    let first = bad.first { entries[$0]?.verdict.isBroken ?? false } ?? bad.first
    // What is blank is no mistake.
    let isHalfFilled = bad.isEmpty && !filled.isEmpty && filled.count < entries.count
    return OutputFinding(
      slot.name,
      verdict: isHalfFilled ? .notImplemented : earned == .one ? .passed : .failed, credit: earned,
      problem: problem(at: first, filled: filled.count),
      evidence: evidence(mismatched: bad.count, first: first))
  }

  // MARK: - Evidence

  /// Errors are in units of the last digit, of which 1.5 are allowed.
  private func evidence(mismatched: Int, first: Int?) -> Evidence {
    let distances = entries.compactMap { $0.map { Self.shown($0.digits.distance) } }
    return Evidence(
      in: .lastDigit, worstError: distances.max() ?? 0, limit: SlotJudgement.limit,
      mismatched: mismatched, count: entries.count,
      first: first.flatMap { place in
        entries[place].map {
          Evidence.Mismatch(
            index: $0.quantity.index, got: $0.typed.text, expected: "\($0.truth)")
        }
      })
  }

  /// A distance as a report may show it: exact while right, else its power of ten alone.
  ///
  /// From a wrong entry and its exact distance a student could read off the answer.
  private static func shown(_ distance: Double) -> Double {
    distance <= SlotJudgement.limit
      ? distance : PowerOfTen.value(PowerOfTen.place(ofFirstDigit: distance) + 1)
  }

  // MARK: - Words

  private func problem(at place: Int?, filled: Int) -> String? {
    var sentences = place.flatMap { entries[$0] }.map { [words($0)] } ?? []
    if filled < entries.count {
      sentences.append("\(filled) of \(entries.count) numbers are filled in")
    }
    if sentences.isEmpty, let entry = followed, credit.followThrough != .one {
      sentences = ["\(prefix(entry))right from your own earlier values"]
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
  }

  private var followed: EntryJudgement? {
    entries.compactMap(\.self).first { $0.verdict == .followThrough }
  }

  private func words(_ entry: EntryJudgement) -> String {
    switch entry.verdict {
    case .tooFewFigures:
      "\(prefix(entry))too few digits: \(entry.digits.requiredDecimals) decimals are asked for, "
        + "you typed \(max(0, entry.typed.decimals))"
    case .slip(let slip): "\(prefix(entry))typed \(entry.typed.text); \(slip.words)"
    default: "\(prefix(entry))typed \(entry.typed.text); off by more than rounding"
    }
  }

  private func prefix(_ entry: EntryJudgement) -> String {
    entries.count > 1 ? "entry \(entry.quantity.index): " : ""
  }
}
