/// What a sheet says about each quantity of a network, with the digits that it says it in.
///
/// A typed number counts where it is plausible. δ, which sheets do not ask for, is what the
/// gradients say that were computed from it. Whatever is blank is worked out from what comes before.
struct OwnValues {
  let graph: ComputationGraph
  let typed: [Quantity: TypedNumber]
  /// What a recognised mistake gives for the quantities that it changes.
  ///
  /// Numbers typed there count even where they are not plausible, and later ones may follow from
  /// either; but nothing follows from a zero that does not belong there.
  let explained: [Quantity: Double]

  /// A value of a quantity, and the blank steps on the way to it.
  struct Source: Hashable {
    let value: Interval
    var steps: Set<Quantity> = []
  }

  /// Everything that a quantity may have been when `judged` was computed from it, best first.
  ///
  /// - Parameters:
  ///   - quantity: A parent of what is judged.
  ///   - judged: The entry that is judged, which cannot vouch for itself.
  /// - Returns: One source at least.
  func sources(of quantity: Quantity, for judged: Quantity) -> [Source] {
    if let given = graph.givens[quantity] { return [Source(value: Interval(constant: given))] }
    // A gradient of 0 turns nothing into zeros in the step downhill: the old weight is left.
    let isOfUpdate = graph[judged]?.kind == .update
    var sources = [counted(quantity, evenZero: isOfUpdate).map { Source(value: $0) }]
      .compactMap(\.self)
    // What shows δ cannot be right because of what it shows.
    if !witnesses(of: quantity).contains(where: { $0.name == judged.name }) {
      sources += [shown(quantity, for: judged)].compactMap(\.self)
      sources += [mistaken(quantity).map { Source(value: Interval(constant: $0)) }]
        .compactMap(\.self)
    }
    sources.append(workedOut(quantity, for: judged))
    guard typed[quantity] == nil, let truth = graph.values[quantity] else { return sources }
    return sources + [Source(value: Interval(constant: truth))]
  }

  /// The typed number with its digits, where it counts.
  func counted(_ quantity: Quantity, evenZero: Bool = false) -> Interval? {
    guard let number = typed[quantity], let step = graph[quantity],
      let truth = graph.values[quantity],
      (mistaken(quantity) != nil && number.value != 0) || (evenZero && number.value == 0)
        || isMistakenlyOff(quantity) || step.isPlausible(number.value, insteadOf: truth)
    else { return nil }
    return number.value == 0 && graph.hasReLU ? Interval(constant: 0) : Interval(number)
  }

  /// Whether a recognised mistake with a ReLU is what switches something off.
  private func isMistakenlyOff(_ quantity: Quantity) -> Bool {
    graph.hasReLU && typed[quantity]?.value == 0 && explained[quantity] == 0
  }

  private func mistaken(_ quantity: Quantity) -> Double? {
    explained[quantity].flatMap { $0 == 0 ? nil : $0 }
  }

  /// The step from the best that is known of its parents.
  func workedOut(_ quantity: Quantity, for judged: Quantity) -> Source {
    guard let step = graph[quantity] else {
      return Source(value: graph.givens[quantity].map { Interval(constant: $0) } ?? .everything)
    }
    var steps: Set<Quantity> = typed[quantity] == nil ? [quantity] : []
    let value = step.formula.value { parent in
      let best = best(parent, for: judged)
      steps.formUnion(best.steps)
      return best.value
    }
    return Source(value: value, steps: steps)
  }

  private func best(_ quantity: Quantity, for judged: Quantity) -> Source {
    if let given = graph.givens[quantity] { return Source(value: Interval(constant: given)) }
    if let own = counted(quantity) { return Source(value: own) }
    return shown(quantity, for: judged) ?? workedOut(quantity, for: judged)
  }

  // MARK: - δ, as the gradients show it

  /// The entries of the first gradient that shows a δ which is not typed itself.
  ///
  /// `db2 = δ2` is δ itself; `dW2[j] = δ2·x1[j]` is δ times a number that is known.
  func witnesses(of delta: Quantity) -> [Quantity] {
    guard graph[delta]?.kind == .delta, typed[delta] == nil else { return [] }
    let filled = graph.children(of: delta).filter { counted($0) != nil && Self.shows($0, graph) }
    guard let first = filled.first else { return [] }
    return filled.filter { $0.name == first.name }
  }

  /// A gradient that is one δ, alone or times one other number.
  private static func shows(_ child: Quantity, _ graph: ComputationGraph) -> Bool {
    switch graph[child]?.formula {
    case .quantity: true
    case .product(let factors): graph[child]?.kind == .gradient && factors.count == 2
    default: false
    }
  }

  private func shown(_ delta: Quantity, for judged: Quantity) -> Source? {
    let witnesses = witnesses(of: delta)
    // What is shown by several entries is shown best by the one with most digits: the first, bar
    // small ones. The entries themselves are judged by what comes before.
    guard let first = witnesses.first, first.name != judged.name else { return nil }
    return shown(delta, by: first, for: judged).map { Source(value: $0) }
  }

  /// δ as its first witness shows it; `nil` where there is none.
  func shown(_ delta: Quantity) -> Interval? {
    witnesses(of: delta).first.flatMap { shown(delta, by: $0, for: $0) }
  }

  /// δ as one gradient shows it.
  func shown(_ delta: Quantity, by witness: Quantity, for judged: Quantity) -> Interval? {
    guard let value = counted(witness), let step = graph[witness] else { return nil }
    guard case .product = step.formula else { return value }
    guard let other = step.parents.first(where: { $0 != delta }) else { return nil }
    let factor =
      graph.givens[other].map { Interval(constant: $0) } ?? counted(other)
      ?? workedOut(other, for: judged).value
    let quotient = value / factor
    return quotient == .everything ? nil : quotient
  }
}
