import Coursework
import Grading
import Worksheets

/// One sheet beside the true values: a finding for every slot.
struct SheetMarking {
  let worksheet: Worksheet
  let net: DenseNet
  let graph: ComputationGraph
  let question: Question
  private let credit: SheetCredit
  private let filled: [String: FilledSlot]
  private let truth: [String: Tensor]
  /// The numbers that stand where they belong.
  let typed: [Quantity: TypedNumber]

  init(
    worksheet: Worksheet, net: DenseNet, graph: ComputationGraph, credit: SheetCredit,
    question: Question, truth: Answer, answer: Answer
  ) {
    self.worksheet = worksheet
    self.net = net
    self.graph = graph
    self.credit = credit
    self.question = question
    self.truth = truth.compactMapValues(\.tensor)
    let decimal = DecimalSign(declaredIn: answer)
    let filled = worksheet.filledSlots(of: answer).mapValues { FilledSlot($0, decimal: decimal) }
    self.filled = filled
    typed = worksheet.slots.reduce(into: [:]) { typed, slot in
      let places = filled[slot.name]?.places(in: slot) ?? []
      for (quantity, number) in zip(slot.quantities, places) {
        typed[quantity] = number?.value == 0 && graph.hasReLU ? number?.exact : number
      }
    }
  }

  /// What was found, and the notes that go with it.
  struct Result {
    let outputs: [OutputFinding]
    let notes: [Note]
    /// What became of each number.
    let judgement: SheetJudgement
  }

  /// The findings in the worksheet's order, wrong ones with a diagnosis where one is certain.
  ///
  /// The sheet is judged twice where a mistake is recognised: what it explains may be followed, even
  /// where nobody would believe the number.
  func result(_ misconceptions: [Misconception]) throws -> Result {
    var judgement = judged()
    var findings = findings(judgement)
    var explained = try explain(judgement, findings.failed, by: misconceptions)
    if !explained.isEmpty {
      let values = explained.values.reduce(into: [Quantity: Double]()) { values, explanation in
        values.merge(explanation.values) { first, _ in first }
      }
      judgement = judged(explained: values)
      findings = self.findings(judgement)
      explained = explained.filter { isBroken($0.key, judgement) }
    }
    let wrong = findings.failed
    guard !wrong.isEmpty else { return Result(outputs: findings, notes: [], judgement: judgement) }
    let recognition = try Recognition(of: [exchange], among: misconceptions)
    let outputs = findings.map { finding in
      var finding = finding
      if wrong.contains(finding.output) {
        finding.nearest = recognition.nearest(to: finding.output)
      }
      guard let misconception = explained[finding.output]?.misconception else { return finding }
      finding.verdict = misconception.kind == .convention ? .accepted : .failed
      finding.diagnosis = misconception.diagnosis
      return finding
    }
    return Result(
      outputs: outputs, notes: notes(judgement, explained), judgement: judgement)
  }

  /// Whether a slot is wrong, not merely short of digits or of numbers.
  private func isBroken(_ name: String, _ judgement: SheetJudgement) -> Bool {
    let entries = worksheet[name]?.quantities.compactMap { judgement.entries[$0] } ?? []
    return entries.isEmpty || entries.contains { $0.verdict.isBroken }
  }

  private func judged(explained: [Quantity: Double] = [:]) -> SheetJudgement {
    SheetJudgement(of: typed, on: graph, asked: worksheet.asked, explained: explained)
  }

  // MARK: - Slots

  /// What is found about each slot before misconceptions are considered.
  private func findings(_ judgement: SheetJudgement) -> [OutputFinding] {
    var findings = worksheet.slots.map { finding($0, judgement) }
    let passed = findings.passed
    for index in findings.indices where findings[index].verdict == .notImplemented {
      guard isMadeGood(findings[index].output, passed, judgement) else { continue }
      findings[index] = OutputFinding(findings[index].output, verdict: .passed, credit: .one)
    }
    return findings
  }

  private func finding(_ slot: Worksheet.Slot, _ judgement: SheetJudgement) -> OutputFinding {
    switch filled(slot) {
    case .blank:
      return OutputFinding(slot.name, verdict: .notImplemented, credit: .zero)
    case .unreadable(let reason):
      return OutputFinding(slot.name, verdict: .failed, credit: .zero, problem: reason)
    case .typed(let array):
      guard slot.fitting(array) != nil else {
        return OutputFinding(
          slot.name, verdict: .failed, credit: .zero, problem: slot.wrongShape(array.shape))
      }
      let entries = slot.quantities.map { judgement.entries[$0] }
      return SlotFinding(slot: slot, entries: entries, credit: credit).finding
    }
  }

  /// Whether a blank slot loses nothing: a right result that builds on it shows that the step was
  /// right too, whatever went wrong elsewhere.
  ///
  /// A result that is right from wrong earlier values shows only the steps that it went through.
  private func isMadeGood(
    _ blank: String, _ passed: Set<String>, _ judgement: SheetJudgement
  ) -> Bool {
    worksheet.descendants(of: blank).contains { name in
      guard passed.contains(name), let slot = worksheet[name] else { return false }
      let entries = slot.quantities.compactMap { judgement.entries[$0] }
      guard entries.contains(where: { $0.verdict == .followThrough }) else {
        return !entries.isEmpty
      }
      return entries.contains { $0.shownSteps.contains { $0.name == blank } }
    }
  }

  // MARK: - Where it starts

  private func notes(
    _ judgement: SheetJudgement, _ explained: [String: SheetExplanation]
  ) -> [Note] {
    guard let step = judgement.firstBreak else { return [] }
    let followed = worksheet.slots.filter { slot in
      let verdicts = slot.quantities.compactMap { judgement.entries[$0]?.verdict }
      return verdicts.contains(.followThrough) && verdicts.allSatisfy(\.isRight)
    }.map(\.name)
    // Of a recognised mistake in the derivative it is known which factor of the step is wrong.
    let places = explained.values.map(\.misconception.diagnosis.place)
    let factor = step.formula.slope.flatMap { slope in
      places.contains { $0.contains(slope) } ? slope : nil
    }
    return [.errorStarts(at: factor ?? step.equation, followed: followed)]
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

  func filled(_ slot: Worksheet.Slot) -> FilledSlot { filled[slot.name] ?? .blank }
}

extension [OutputFinding] {
  fileprivate var failed: Set<String> { Set(filter { $0.verdict == .failed }.map(\.output)) }
  fileprivate var passed: Set<String> { Set(filter { $0.verdict == .passed }.map(\.output)) }
}
