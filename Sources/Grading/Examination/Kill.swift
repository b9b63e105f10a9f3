/// What one part made of one misconception that was handed in with everything else right.
package struct Kill: Sendable, Hashable {
  /// The misconception's identifier.
  package let misconception: String
  /// Whether that is a mistake, which must fail, or another convention, which must be accepted.
  package let kind: Misconception.Kind
  /// The part's identifier.
  package let part: String
  /// A row of the kill matrix: one cell for each check that asks the misconception's question and
  /// each output that it judges, in the scheme's order.
  package let cells: [Cell]

  package init(
    misconception: String, kind: Misconception.Kind = .mistake, part: String, cells: [Cell]
  ) {
    self.misconception = misconception
    self.kind = kind
    self.part = part
    self.cells = cells
  }

  /// One output in one check.
  package struct Cell: Sendable, Hashable {
    package let check: String
    package let output: String
    /// How far the variant lies from the right answer in the question that shows it best, as
    /// `Comparison.separation` has it; 0 where it changes nothing.
    package let separation: Double
    package let verdict: Verdict
    /// What decided; nil where no number was compared, such as in a test of chance.
    package let rule: Rule?
    /// The misconception that the check named, if any.
    package let name: String?

    package init(
      check: String, output: String, separation: Double, verdict: Verdict, rule: Rule?,
      name: String? = nil
    ) {
      self.check = check
      self.output = output
      self.separation = separation
      self.verdict = verdict
      self.rule = rule
      self.name = name
    }
  }

  /// The rule by which numbers were compared.
  package enum Rule: Sendable, Hashable {
    /// Errors above this relative limit are wrong.
    case relative(limit: Double)
    /// Units of the last digit typed, of which no number of decades can lie between right and wrong.
    case lastDigit
  }
}

// MARK: - Caught, and by how much

extension Kill {
  /// How far a caught mistake is from passing.
  package enum Margin: Sendable, Hashable {
    /// So many times the tolerance; infinite where shapes differ.
    case tolerances(Double)
    /// By the digits that were typed.
    case lastDigit
    /// By a test without a tolerance, such as one of chance.
    case noTolerance
  }

  /// Fewest tolerances that a mistake must lie from the right answer: three decades.
  package static let fewestTolerances = 1e3

  /// Whether the part has anything to do with the misconception: it changes an output or loses one.
  package var concerns: Bool { cells.contains { $0.separation > 0 || $0.isLost } }

  /// Whether the mistake costs every output that it changes; on paper, where a change may be less
  /// than a digit, any.
  package var isCaught: Bool { lost.contains { $0.separation > 0 } && passing.isEmpty }

  /// The margin of the changed output that is nearest to passing; nil where nothing is lost.
  ///
  /// An output is as safe as the check that sees it best. Where numbers are compared with a
  /// tolerance in some outputs only, those decide.
  package var margin: Margin? {
    let margins = changed.compactMap(margin)
    let tolerances = margins.compactMap { margin in
      if case .tolerances(let number) = margin { number } else { nil as Double? }
    }
    return tolerances.min().map { .tolerances($0) } ?? margins.first
  }

  private func margin(of output: String) -> Margin? {
    let lost = cells(of: output).filter(\.isLost)
    let tolerances = lost.compactMap { cell in
      if case .relative(let limit) = cell.rule { cell.separation / limit } else { nil as Double? }
    }
    if let most = tolerances.max() { return .tolerances(most) }
    return lost.first.map { $0.rule == .lastDigit ? .lastDigit : .noTolerance }
  }

  private var lost: [Cell] { cells.filter(\.isLost) }

  /// The outputs that the misconception changes.
  private var changed: [String] {
    outputs.filter { output in cells(of: output).contains { $0.separation > 0 } }
  }

  /// The changed outputs that lose nothing although a digit more or less is not the reason.
  private var passing: [String] {
    changed.filter { output in
      let cells = cells(of: output)
      return cells.allSatisfy { !$0.isLost } && cells.contains { $0.rule != .lastDigit }
    }
  }

  private var outputs: [String] {
    var names: [String] = []
    for cell in cells where !names.contains(cell.output) { names.append(cell.output) }
    return names
  }

  private func cells(of output: String) -> [Cell] { cells.filter { $0.output == output } }
}

extension Kill.Cell {
  /// Whether the output lost something here.
  package var isLost: Bool { verdict != .passed }
}

// MARK: - What went wrong

extension Kill {
  /// What the part did wrong with the mistake; each is a fault of the assignment.
  package enum Fault: Sendable, Hashable {
    /// No question shows it: all answers are the reference's own.
    case unseen
    /// The output passes although it is so far from the right answer.
    case passes(output: String, separation: Double)
    /// The output fails by less than three decades.
    case narrow(output: String, tolerances: Double)
    /// The output fails and no check says why.
    case unnamed(output: String)
    /// The output fails and is called something else.
    case misnamed(output: String, names: [String])
    /// The output is called by its name, but a mistake is accepted, or a convention fails.
    case misjudged(output: String, Verdict)
    /// The output fails although the mistake leaves it right.
    case bystander(output: String)
  }

  /// Everything that went wrong, in the order of the outputs.
  package var faults: [Fault] {
    guard !lost.isEmpty || !passing.isEmpty else { return [.unseen] }
    return outputs.flatMap(faults)
  }

  private func faults(of output: String) -> [Fault] {
    let cells = cells(of: output)
    let lost = cells.filter(\.isLost)
    let separation = cells.map(\.separation).max() ?? 0
    guard separation > 0 else { return lost.isEmpty ? [] : [.bystander(output: output)] }
    guard !lost.isEmpty else {
      return passing.contains(output) ? [.passes(output: output, separation: separation)] : []
    }
    var faults: [Fault] = []
    if case .tolerances(let number) = margin(of: output), number < Self.fewestTolerances {
      faults.append(.narrow(output: output, tolerances: number))
    }
    let names = Set(lost.compactMap(\.name))
    if names.isEmpty {
      faults.append(.unnamed(output: output))
    } else if names != [misconception] {
      faults.append(.misnamed(output: output, names: names.sorted()))
    } else if let cell = lost.first(where: { $0.name != nil && $0.verdict != due }) {
      faults.append(.misjudged(output: output, cell.verdict))
    }
    return faults
  }

  /// The verdict that an answer deserves once it is recognised.
  private var due: Verdict { kind == .convention ? .accepted : .failed }
}
