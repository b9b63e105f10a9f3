/// A computation by hand, worked out step by step in symbols and numbers.
package struct WorkedSolution: Sendable, Hashable {
  /// The assignment's identifier and title.
  package let assignment: String, title: String
  /// The question in words, a line each.
  package let task: [String]
  /// The given numbers as they are printed, a line each.
  package let givens: [String]
  /// Every step after those that it builds on.
  package let steps: [Step]
  /// The network, where one picture can show it.
  package let diagram: NetworkDiagram?

  /// A worked solution.
  package init(
    assignment: String, title: String, task: [String], givens: [String], steps: [Step],
    diagram: NetworkDiagram?
  ) {
    self.assignment = assignment
    self.title = title
    self.task = task
    self.givens = givens
    self.steps = steps
    self.diagram = diagram
  }

  /// One step.
  package struct Step: Sendable, Hashable {
    /// What it computes, such as `z1[0]`.
    package let quantity: String
    /// The array that the quantity is an entry of, such as `z1`.
    package let array: String
    /// In symbols: `σ(z2)`.
    package let formula: String
    /// With the numbers in their places; hidden from students, as is the value.
    package let numbers: String?
    /// What comes out.
    package let value: Double?
    /// The formula in words, without a full stop.
    package let words: String

    /// A step with its numbers.
    package init(
      quantity: String, array: String, formula: String, numbers: String?, value: Double?,
      words: String
    ) {
      self.quantity = quantity
      self.array = array
      self.formula = formula
      self.numbers = numbers
      self.value = value
      self.words = words
    }
  }
}

extension WorkedSolution {
  /// The solution as that audience may see it: students the symbols, staff the numbers too.
  package func redacted(for audience: Audience) -> WorkedSolution {
    guard audience == .student else { return self }
    return WorkedSolution(
      assignment: assignment, title: title, task: task, givens: givens,
      steps: steps.map {
        Step(
          quantity: $0.quantity, array: $0.array, formula: $0.formula, numbers: nil, value: nil,
          words: $0.words)
      }, diagram: diagram)
  }

  /// Whether the right answers can be read off.
  package var holdsAnswers: Bool { steps.contains { $0.value != nil } }

  /// The network with the numbers that are not hidden; `nil` where no picture can show it.
  package var picture: NetworkPicture? {
    diagram.map { diagram in
      NetworkPicture(
        title: holdsAnswers ? "\(title): the worked solution" : title, diagram: diagram,
        readings: steps.reduce(into: [:]) { readings, step in
          readings[step.quantity] = step.value.map { .value($0) }
        })
    }
  }
}
