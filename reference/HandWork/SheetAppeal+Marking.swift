import Coursework
import Grading
import Worksheets

extension SheetAppeal {
  /// Marks a sheet and keeps what decided about each number; `nil` where there is no sheet to mark.
  ///
  /// - Parameters:
  ///   - sheet: What was handed in.
  ///   - name: What the sheet is called.
  ///   - assignment: The scheme.
  ///   - worksheet: What the sheet asks.
  /// - Throws: what the reference or a misconception throws.
  package init?(
    of sheet: AnswerSheet, named name: String, by assignment: Assignment,
    asking worksheet: Worksheet
  ) throws {
    try self.init(
      of: sheet.texts.mapValues { .text($0) }, named: name, by: assignment, asking: worksheet)
  }

  /// What decided about the sheet in a record; `nil` where no slot was filled in.
  ///
  /// - Parameters:
  ///   - record: What was answered.
  ///   - assignment: The scheme.
  ///   - worksheet: What the sheet asks.
  /// - Throws: what the reference or a misconception throws.
  package init?(
    of record: Record, by assignment: Assignment, asking worksheet: Worksheet
  ) throws {
    guard let check = assignment.checks.first(where: { $0.medium == .sheet }),
      case .answer(let answer, _, _)? = record.conversations[check.id]?.first?.reply,
      // A text beside code may be no sheet at all.
      !worksheet.filledSlots(of: answer).isEmpty
    else { return nil }
    try self.init(of: answer, named: record.handIn.name, by: assignment, asking: worksheet)
  }

  private init?(
    of answer: Answer, named name: String, by assignment: Assignment, asking worksheet: Worksheet
  ) throws {
    guard let net = worksheet.net,
      let graph = worksheet.graph,
      let part = assignment.parts.first(where: { $0.checks.contains { $0.medium == .sheet } }),
      let check = part.checks.first(where: { $0.medium == .sheet })
    else { return nil }
    let finding = try Grader(assignment: assignment, seed: .public)
      .run(check, in: part, InProcess { _ in answer })
    let question = Question.filledIn(worksheet)
    let judgement = try SheetMarking(
      worksheet: worksheet, net: net, graph: graph, credit: .standard, question: question,
      truth: try assignment.reference(question), answer: answer
    ).result(assignment.misconceptions).judgement
    let result = PartResult(part: part, findings: [finding])
    let filled = worksheet.filledSlots(of: answer)
    let slots = worksheet.slots.compactMap { slot -> Slot? in
      guard let output = result.outputs.first(where: { $0.name == slot.name }),
        let found = finding.outputs.first(where: { $0.output == slot.name })
      else { return nil }
      let hasNumbers = slot.quantities.contains { judgement.entries[$0] != nil }
      return Slot(
        result: output, finding: found, text: hasNumbers ? nil : filled[slot.name]?.typedText,
        entries: slot.quantities.map { Self.entry($0, judgement, graph) })
    }
    self.init(
      name: name, assignment: assignment.id, title: assignment.title, slots: slots,
      notes: finding.notes, diagram: NetworkDiagram(of: net, givens: worksheet.givenNumbers))
  }

  private static func entry(
    _ quantity: Quantity, _ judgement: SheetJudgement, _ graph: ComputationGraph
  ) -> Entry {
    let name = quantity.description
    let equation = graph[quantity]?.equation ?? name
    let truth = graph.values[quantity]
    guard let entry = judgement.entries[quantity] else {
      return Entry(
        quantity: name, equation: equation, typed: nil, mark: nil, truth: truth, own: nil,
        rule: "no number to judge", accepted: nil)
    }
    let accepted = entry.digits.accepted
    return Entry(
      quantity: name, equation: equation, typed: entry.typed.text, mark: Mark(entry.verdict),
      truth: truth, own: entry.own.map { $0.lower...$0.upper }, rule: entry.rule,
      accepted: accepted.lower...accepted.upper)
  }
}

extension Value {
  /// What was typed; `nil` of an array.
  fileprivate var typedText: String? { if case .text(let text) = self { text } else { nil } }
}

extension EntryJudgement {
  /// The rule that decided, in words.
  fileprivate var rule: String {
    let decimals = "\(digits.requiredDecimals) decimals are asked for"
    switch verdict {
    case .exact: return "exact to its digits"
    case .lastPlace: return "rounded early: within 1.5 units of the last place"
    case .tooFewFigures: return "right as far as it goes, but too few digits: \(decimals)"
    case .followThrough: return "right from the sheet's own earlier values"
    case .slip(let slip): return "wrong: \(slip.words)"
    case .wrong:
      return own == nil
        ? "wrong: not the true value" : "wrong: neither the true value nor from the sheet's own"
    }
  }
}

extension Mark {
  /// How a verdict on a number is marked.
  init(_ verdict: EntryVerdict) {
    switch verdict {
    case .exact, .lastPlace: self = .right
    case .followThrough: self = .followed
    case .tooFewFigures: self = .tooFewFigures
    case .slip, .wrong: self = .wrong
    }
  }
}
