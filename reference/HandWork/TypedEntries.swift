import Coursework
import Grading
import Worksheets

/// The typed entries of one slot, in the slot's shape, each beside its true value.
struct TypedEntries {
  private let slot: Worksheet.Slot
  private let entries: [Entry]

  private struct Entry {
    let typed: TypedNumber
    let truth: Double
    let judgement: SlotJudgement
  }

  init(_ typed: [TypedNumber], slot: Worksheet.Slot, truth: Tensor) {
    self.slot = slot
    entries = zip(typed, truth.scalars).map { typed, truth in
      Entry(typed: typed, truth: truth, judgement: SlotJudgement(of: typed, against: truth))
    }
  }

  /// What is found about the slot: right when every entry is.
  var finding: OutputFinding {
    let bad = entries.indices.filter { !entries[$0].judgement.verdict.isRight }
    // A wrong entry tells more than one with too few digits.
    guard let first = bad.first(where: { entries[$0].judgement.verdict == .wrong }) ?? bad.first
    else {
      return OutputFinding(
        slot.name, verdict: .passed, credit: .one, evidence: evidence(mismatched: 0, first: nil))
    }
    return OutputFinding(
      slot.name, verdict: .failed, credit: .zero, problem: problem(at: first),
      evidence: evidence(mismatched: bad.count, first: first))
  }

  // MARK: - Evidence

  /// Errors are in units of the last digit, of which 1.5 are allowed.
  private func evidence(mismatched: Int, first: Int?) -> Evidence {
    let distances = entries.map(\.judgement.distance).map(Self.shown)
    return Evidence(
      in: .lastDigit, worstError: distances.max() ?? 0, limit: SlotJudgement.limit,
      mismatched: mismatched, count: entries.count,
      first: first.map {
        Evidence.Mismatch(
          index: index($0), got: entries[$0].typed.text, expected: "\(entries[$0].truth)")
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

  private func problem(at position: Int) -> String {
    let entry = entries[position]
    let text = entry.typed.text
    let place = entries.count > 1 ? "entry \(index(position)): " : ""
    guard entry.judgement.verdict == .wrong else {
      let typed = max(0, entry.typed.decimals)
      return "\(place)too few digits: \(entry.judgement.requiredDecimals) decimals are asked for, "
        + "you typed \(typed)"
    }
    return "\(place)typed \(text); \(cause(entry))"
  }

  private func cause(_ entry: Entry) -> String {
    if SlotJudgement(of: entry.typed, against: -entry.truth).verdict.isRight {
      return "right but for its sign"
    }
    // Of a value with few digits too many others would be a power of ten.
    let unit = entry.judgement.unit
    let isShifted = [-3, -2, -1, 1, 2, 3].contains { shift in
      let value = entry.typed.value * PowerOfTen.value(shift)
      return (value - entry.truth).magnitude <= SlotJudgement.limit * unit
    }
    return isShifted && entry.truth.magnitude >= 100 * unit
      ? "right but for the place of its decimal point" : "off by more than rounding"
  }

  private func index(_ position: Int) -> [Int] {
    var rest = position
    var index: [Int] = []
    for length in slot.shape.reversed() {
      index.insert(rest % length, at: 0)
      rest /= length
    }
    return index
  }
}
