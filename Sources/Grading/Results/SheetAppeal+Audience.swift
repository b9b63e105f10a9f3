extension SheetAppeal {
  /// The page as that audience may see it; redaction happens here and nowhere else.
  ///
  /// A student sees the steps up to the first that went wrong, and of those the right value only
  /// where it was found. A slot without entries is one that the page does not come to.
  package func redacted(for audience: Audience) -> SheetAppeal {
    guard audience == .student else { return self }
    var appeal = self
    appeal.audience = .student
    var hasEnded = false
    appeal.slots = slots.map { slot in
      guard !hasEnded else {
        return Slot(
          result: slot.result,
          finding: OutputFinding(
            slot.result.name, verdict: slot.finding.verdict, credit: slot.finding.credit),
          text: nil, entries: [])
      }
      let broken = slot.entries.firstIndex { $0.mark == .wrong }
      hasEnded = broken != nil
      var finding = slot.finding
      finding.evidence = nil
      finding.nearest = nil
      return Slot(
        result: slot.result, finding: finding, text: slot.text,
        entries: slot.entries.prefix((broken ?? slot.entries.count - 1) + 1).map(\.guarded))
    }
    return appeal
  }
}

extension SheetAppeal.Entry {
  fileprivate var guarded: SheetAppeal.Entry {
    let isFound = mark == .right
    return SheetAppeal.Entry(
      quantity: quantity, equation: equation, typed: typed, mark: mark,
      truth: isFound ? truth : nil, own: nil, rule: rule, accepted: isFound ? accepted : nil)
  }
}
