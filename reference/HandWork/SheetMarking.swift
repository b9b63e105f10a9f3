import Coursework
import Grading
import Worksheets

/// One sheet beside the true values: a finding for every slot.
struct SheetMarking {
  let worksheet: Worksheet
  let question: Question
  private let filled: [String: FilledSlot]
  private let truth: [String: Tensor]

  init(worksheet: Worksheet, question: Question, truth: Answer, answer: Answer) {
    self.worksheet = worksheet
    self.question = question
    self.truth = truth.compactMapValues(\.tensor)
    let typed = worksheet.filledSlots(of: answer)
    filled = Dictionary(
      uniqueKeysWithValues: worksheet.slots.map { ($0.name, FilledSlot(typed[$0.name])) })
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
    guard !wrong.isEmpty else { return findings }
    let explained = try explain(wrong, by: misconceptions)
    let recognition = try Recognition(of: [exchange], among: misconceptions)
    return findings.map { finding in
      var finding = finding
      if wrong.contains(finding.output) {
        finding.nearest = recognition.nearest(to: finding.output)
      }
      guard let misconception = explained[finding.output] else { return finding }
      return OutputFinding(
        finding.output, verdict: misconception.kind == .convention ? .accepted : .failed,
        credit: .zero, problem: finding.problem, evidence: finding.evidence,
        diagnosis: misconception.diagnosis, nearest: finding.nearest)
    }
  }

  /// The sheet as one answer in numbers; a slot that holds none is left out.
  private var exchange: Exchange {
    let got = worksheet.slots.compactMap { slot in
      filled(slot).numbers(in: slot).map { (slot.name, Value.tensor($0)) }
    }
    return Exchange(
      question: question, expected: truth.mapValues(Value.tensor),
      got: Dictionary(got) { first, _ in first })
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

  func filled(_ slot: Worksheet.Slot) -> FilledSlot { filled[slot.name] ?? .blank }

  func truth(_ slot: Worksheet.Slot) -> Tensor {
    guard let tensor = truth[slot.name], tensor.shape == slot.shape else {
      preconditionFailure("the reference's '\(slot.name)' is \(truth[slot.name]?.shape ?? [])")
    }
    return tensor
  }
}
