/// Every typed number of one sheet judged, as a good teacher does it.
///
/// A number is right if it is the true value to its digits, or last place; it has too few figures;
/// it is right from the student's own earlier values; it shows a plain slip; or it is wrong.
package struct SheetJudgement: Sendable {
  /// One judgement for each number that was typed.
  package let entries: [Quantity: EntryJudgement]
  /// The first step that went wrong, in the order of the computation; `nil` where none did.
  package let firstBreak: LocalStep?

  /// Judges the numbers of a sheet.
  ///
  /// - Parameters:
  ///   - typed: The numbers, each a step of the graph; what is missing was left blank.
  ///   - graph: What should have been computed.
  ///   - asked: How many digits the sheet asks for.
  ///   - explained: What a recognised mistake gives for the quantities that it changes.
  package init(
    of typed: [Quantity: TypedNumber], on graph: ComputationGraph,
    asked: AskedFigures = .standard, explained: [Quantity: Double] = [:]
  ) {
    let desk = Desk(
      own: OwnValues(graph: graph, typed: typed, explained: explained), asked: asked)
    entries = typed.reduce(into: [:]) { entries, entry in
      entries[entry.key] = desk.judgement(of: entry.value, as: entry.key)
    }
    let broken = entries.values.filter(\.verdict.isBroken).compactMap { desk.brokenStep($0) }
    firstBreak = broken.min { graph.isEarlier($0.quantity, than: $1.quantity) }
  }
}

/// Judges one number after the other.
private struct Desk {
  let own: OwnValues
  let asked: AskedFigures

  private var graph: ComputationGraph { own.graph }

  func judgement(of typed: TypedNumber, as quantity: Quantity) -> EntryJudgement? {
    guard let truth = graph.values[quantity], let step = graph[quantity] else { return nil }
    let digits = SlotJudgement(of: typed, against: truth, asked: asked)
    func judged(
      _ verdict: EntryVerdict, _ digits: SlotJudgement, own: Interval? = nil,
      steps: Set<Quantity> = []
    ) -> EntryJudgement {
      EntryJudgement(
        quantity: quantity, typed: typed, truth: truth, verdict: verdict, digits: digits, own: own,
        shownSteps: steps)
    }
    switch digits.verdict {
    case .exact: return judged(.exact, digits)
    case .roundedEarly: return judged(.lastPlace, digits)
    case .tooFewFigures: return judged(.tooFewFigures, digits)
    case .wrong: break
    }
    let ways = images(of: step)
    for image in ways where image.value != .everything {
      let follow = SlotJudgement(of: typed, against: image.value, asked: asked)
      guard follow.verdict != .wrong else { continue }
      return judged(
        follow.verdict.isRight ? .followThrough : .tooFewFigures, follow, own: image.value,
        steps: image.steps)
    }
    let first = ways.first?.value
    let slip =
      slip(typed, quantity) { graph.values[$0].map { Interval(constant: $0) } }
      ?? slip(typed, quantity) { other in graph[other].map { images(of: $0)[0].value } }
      ?? own.explained[quantity].flatMap { mistaken in
        // A slip on top of a mistake: two digits say so where the mistake itself is known.
        isShifted(typed, Interval(constant: mistaken), fewestUnits: 20) ? .powerOfTenToo : nil
      }
    return judged(
      slip.map { .slip($0) } ?? .wrong, digits,
      own: first.flatMap { $0.contains(truth) ? nil : $0 })
  }

  // MARK: - From one's own values

  /// More ways to combine earlier values than any honest sheet needs are not tried.
  private static let mostWays = 24

  /// What the step gives from the sources of its parents, the student's own first.
  ///
  /// Parents of one array are all taken the same way.
  private func images(of step: LocalStep) -> [OwnValues.Source] {
    let parents = step.parents.map { ($0, own.sources(of: $0, for: step.quantity)) }
    var names: [String] = []
    for (parent, _) in parents where !names.contains(parent.name) { names.append(parent.name) }
    let depths = names.map { name in
      parents.filter { $0.0.name == name }.map(\.1.count).max() ?? 1
    }
    var ways: [[Int]] = [[]]
    for depth in depths { ways = ways.flatMap { way in (0..<depth).map { way + [$0] } } }
    return ways.prefix(Self.mostWays).map { way in
      let choice = Dictionary(uniqueKeysWithValues: zip(names, way))
      var steps: Set<Quantity> = []
      let chosen = parents.reduce(into: [Quantity: Interval]()) { chosen, parent in
        let (quantity, sources) = parent
        let source = sources[min(choice[quantity.name] ?? 0, sources.count - 1)]
        chosen[quantity] = source.value
        steps.formUnion(source.steps)
      }
      return OwnValues.Source(
        value: step.formula.value { chosen[$0] ?? .everything }, steps: steps)
    }
  }

  /// The step that went wrong where a broken number stands.
  ///
  /// A gradient shows a mistake in its δ, which is not on the sheet: `db2` shows δ2 itself, and
  /// several entries of `dW2` do where they agree on it.
  func brokenStep(_ entry: EntryJudgement) -> LocalStep? {
    guard let step = graph[entry.quantity] else { return nil }
    for delta in step.parents {
      let witnesses = own.witnesses(of: delta)
      guard witnesses.contains(entry.quantity) else { continue }
      if case .quantity = step.formula { return graph[delta] }
      let shown = witnesses.compactMap { own.shown(delta, by: $0, for: entry.quantity) }
      let (low, high) = (shown.map(\.lower).max() ?? 0, shown.map(\.upper).min() ?? 0)
      if shown.count > 1, low <= high { return graph[delta] }
    }
    return step
  }

  // MARK: - Slips

  /// How a wrong number differs from the right one, where that is plain.
  private func slip(
    _ typed: TypedNumber, _ quantity: Quantity, right: (Quantity) -> Interval?
  ) -> EntryVerdict.Slip? {
    guard let target = right(quantity), target != .everything else { return nil }
    if isRight(typed, Interval(-target.upper, -target.lower)) { return .sign }
    if let other = swapped(typed, quantity, target, right) {
      let isMirror =
        quantity.index.count == 2 && other.name == quantity.name
        && other.index == quantity.index.reversed()
      return isMirror && isTransposed(quantity.name, right) ? .transposed : .swapped(with: other)
    }
    if isShifted(typed, target, fewestUnits: 100) { return .powerOfTen }
    let inverse = Interval(constant: 1) / target
    let isReciprocal =
      inverse != .everything && typed.significantFigures >= 3 && isRight(typed, inverse)
    return isReciprocal ? .reciprocal : nil
  }

  private func isRight(_ typed: TypedNumber, _ right: Interval) -> Bool {
    SlotJudgement(of: typed, against: right, asked: asked).verdict.isRight
  }

  /// The entry whose value this one is, and that has this one's.
  private func swapped(
    _ typed: TypedNumber, _ quantity: Quantity, _ target: Interval,
    _ right: (Quantity) -> Interval?
  ) -> Quantity? {
    let others = own.typed.filter { other, _ in
      other != quantity && (other.name == quantity.name || other.index == quantity.index)
    }
    let partners = others.filter { other, number in
      guard let theirs = right(other), theirs != .everything else { return false }
      return isRight(typed, theirs) && isRight(number, target) && !isRight(number, theirs)
    }
    // Whatever the order of a dictionary, the answer is one.
    return partners.keys.min { graph.isEarlier($0, than: $1) }
  }

  private func isTransposed(_ name: String, _ right: (Quantity) -> Interval?) -> Bool {
    own.typed.filter { $0.key.name == name }.allSatisfy { quantity, number in
      let mirror = Quantity(name, quantity.index.reversed())
      return right(mirror).map { isRight(number, $0) } ?? false
    }
  }

  /// Of a value with few digits too many others would be a power of ten.
  private func isShifted(
    _ typed: TypedNumber, _ target: Interval, fewestUnits: Double
  ) -> Bool {
    [-3, -2, -1, 1, 2, 3].contains { shift in
      let value = typed.value * PowerOfTen.value(shift)
      let nearest = target.nearest(to: value)
      let unit = max(
        PowerOfTen.value(-asked.decimals(for: nearest)), typed.unit * PowerOfTen.value(shift))
      return (value - nearest).magnitude <= SlotJudgement.limit * unit
        && nearest.magnitude >= fewestUnits * unit
    }
  }
}
