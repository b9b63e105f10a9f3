/// A computation by hand as local steps, each on quantities that come before it.
package struct ComputationGraph: Sendable, Hashable {
  /// The numbers that everything starts from.
  package let givens: [Quantity: Double]
  /// Every step after those that it builds on.
  package let steps: [LocalStep]
  /// The exact value of every step and given.
  package let values: [Quantity: Double]
  /// Whether units may be switched off, so that a zero has all its digits, however few are typed.
  package let hasReLU: Bool
  private let places: [Quantity: Int]
  private let users: [Quantity: [Quantity]]

  /// Works out the steps; each must build on givens and on steps before it.
  package init(givens: [Quantity: Double], steps: [LocalStep]) {
    var values = givens
    var places: [Quantity: Int] = [:]
    var users: [Quantity: [Quantity]] = [:]
    for (place, step) in steps.enumerated() {
      precondition(values[step.quantity] == nil, "'\(step.quantity)' is computed twice")
      for parent in step.parents {
        precondition(values[parent] != nil, "'\(step.quantity)' comes before '\(parent)'")
        users[parent, default: []].append(step.quantity)
      }
      // Every parent is there: the line above stops otherwise.
      values[step.quantity] = step.formula.value { values[$0] ?? .nan }
      places[step.quantity] = place
    }
    self.givens = givens
    self.steps = steps
    self.values = values
    hasReLU = steps.contains { $0.kind == .activation(.relu) }
    self.places = places
    self.users = users
  }

  /// The step that computes a quantity; `nil` for a given.
  package subscript(quantity: Quantity) -> LocalStep? { places[quantity].map { steps[$0] } }

  /// The quantities whose steps build on this one directly, in the order of the steps.
  package func children(of quantity: Quantity) -> [Quantity] { users[quantity] ?? [] }

  /// What each step gives from the values of somebody else, and from the true ones elsewhere.
  ///
  /// - Parameter own: Somebody's values of some steps; later steps go on from them.
  /// - Returns: A value for every step, also for those whose own value is another.
  package func predictions(from own: [Quantity: Double]) -> [Quantity: Double] {
    var known = givens
    return steps.reduce(into: [:]) { predictions, step in
      var value = step.formula.value { known[$0] ?? .nan }
      // The same number under another name: what one has is no reason for what one has.
      if case .quantity(let same) = step.formula { value = predictions[same] ?? value }
      predictions[step.quantity] = value
      known[step.quantity] = own[step.quantity] ?? value
    }
  }

  /// What a sheet says of every step that it can be asked about: the typed numbers, and δ as the
  /// gradients show it; plausible or not.
  package func ownValues(in typed: [Quantity: TypedNumber]) -> [Quantity: Double] {
    let values = typed.mapValues(\.value)
    let own = OwnValues(graph: self, typed: typed, explained: values)
    return steps.filter { $0.kind == .delta }.reduce(into: values) { values, step in
      guard values[step.quantity] == nil else { return }
      values[step.quantity] = own.shown(step.quantity)?.middle
    }
  }

  /// Whether a quantity comes before another in the order of the steps.
  package func isEarlier(_ a: Quantity, than b: Quantity) -> Bool {
    (places[a] ?? -1) < (places[b] ?? -1)
  }
}
