import Coursework
import Grading
import Worksheets

/// One sheet beside the true values: a finding for every slot.
struct SheetMarking {
  private let worksheet: Worksheet
  private let question: Question
  private let filled: [String: FilledSlot]
  private let truth: [String: Tensor]

  init(worksheet: Worksheet, question: Question, truth: Answer, answer: Answer) {
    self.worksheet = worksheet
    self.question = question
    self.truth = truth.compactMapValues(\.tensor)
    filled = Dictionary(
      uniqueKeysWithValues: worksheet.slots.map { ($0.name, FilledSlot(answer[$0.name])) })
  }

  /// The findings in the worksheet's order, wrong ones with a diagnosis where one is certain.
  func findings(_ misconceptions: [Misconception]) throws -> [OutputFinding] {
    var findings = worksheet.slots.map { slot in
      filled(slot).finding(slot, truth: truth(slot))
    }
    for index in findings.indices where findings[index].verdict == .notImplemented {
      guard isMadeGood(findings[index].output, by: findings) else { continue }
      findings[index] = OutputFinding(findings[index].output, verdict: .passed, credit: .one)
    }
    let wrong = Set(findings.filter { $0.verdict == .failed }.map(\.output))
    let explained = try explain(wrong, by: misconceptions)
    return findings.map { finding in
      guard let misconception = explained[finding.output] else { return finding }
      return OutputFinding(
        finding.output, verdict: misconception.kind == .convention ? .accepted : .failed,
        credit: .zero, problem: finding.problem, evidence: finding.evidence,
        diagnosis: misconception.diagnosis)
    }
  }

  /// Whether a blank slot loses nothing: a right result that builds on it shows that the step was
  /// right too, whatever went wrong elsewhere.
  private func isMadeGood(_ blank: String, by findings: [OutputFinding]) -> Bool {
    let descendants = worksheet.descendants(of: blank)
    return findings.contains { finding in
      descendants.contains(finding.output) && filled[finding.output]?.isBlank == false
        && finding.verdict == .passed
    }
  }

  // MARK: - Diagnosis

  /// The misconception behind each of the wrong slots, where there is one.
  ///
  /// A variant is named only if every filled slot that it changes looks like it, in two entries or
  /// more, and one of them could not be a rounded truth. The variants that explain most come first.
  private func explain(
    _ wrong: Set<String>, by misconceptions: [Misconception]
  ) throws -> [String: Misconception] {
    var candidates: [(misconception: Misconception, slots: Set<String>)] = []
    for misconception in misconceptions where misconception.question == question.name {
      let variant = try misconception.answer(question)
      let slots = slots(explainedBy: variant, of: wrong)
      if !slots.isEmpty { candidates.append((misconception, slots)) }
    }
    var explained: [String: Misconception] = [:]
    while explained.count < wrong.count {
      let open = wrong.subtracting(explained.keys)
      // Of equals `max(by:)` keeps the first, as the catalogue's order means it.
      let best = candidates.max {
        $0.slots.intersection(open).count < $1.slots.intersection(open).count
      }
      guard let best, !best.slots.isDisjoint(with: open) else { break }
      for slot in best.slots.intersection(open) { explained[slot] = best.misconception }
    }
    return explained
  }

  /// The wrong slots that a variant accounts for; none unless it fits all that it changes.
  private func slots(explainedBy variant: Answer, of wrong: Set<String>) -> Set<String> {
    var slots: Set<String> = []
    var matches = 0
    var isFar = false
    for slot in worksheet.slots {
      guard let value = variant[slot.name]?.tensor else { continue }
      switch filled(slot).resemblance(to: value, insteadOf: truth(slot), in: slot) {
      case .none: continue
      case .contradicts: return []
      case .fits(let entries, let isFarHere):
        matches += entries
        isFar = isFar || isFarHere
        if wrong.contains(slot.name) { slots.insert(slot.name) }
      }
    }
    return matches >= 2 && isFar ? slots : []
  }

  private func filled(_ slot: Worksheet.Slot) -> FilledSlot { filled[slot.name] ?? .blank }

  private func truth(_ slot: Worksheet.Slot) -> Tensor {
    guard let tensor = truth[slot.name], tensor.shape == slot.shape else {
      preconditionFailure("the reference's '\(slot.name)' is \(truth[slot.name]?.shape ?? [])")
    }
    return tensor
  }
}
