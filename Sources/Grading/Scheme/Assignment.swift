import Coursework

/// One subject's exercises behind one contract, with everything that grading them takes.
package struct Assignment: Sendable {
  /// The name on the command line and in reports, such as `affine-relu`.
  package let id: String
  package let title: String
  /// The name of the contract's protocol and of its folders, such as `AffineReLU`.
  package let contract: String
  /// Answers every question of every check rightly.
  package let reference: Solution
  package let parts: [Part]
  package let misconceptions: [Misconception]

  package init(
    id: String, title: String, contract: String, reference: @escaping Solution, parts: [Part],
    misconceptions: [Misconception]
  ) {
    self.id = id
    self.title = title
    self.contract = contract
    self.reference = reference
    self.parts = parts
    self.misconceptions = misconceptions
  }

  /// The points of all parts.
  package var points: Ratio { parts.map(\.points).sum() }

  /// All checks in the scheme's order.
  package var checks: [Check] { parts.flatMap(\.checks) }
}

/// One exercise with points.
package struct Part: Sendable {
  /// Unique within the assignment, such as `affine-backward`.
  package let id: String
  package let title: String
  /// What earns points, in the order in which reports show it.
  package let outputs: [Output]
  package let checks: [Check]
  /// The credit for a right answer by another convention, by the misconception's identifier;
  /// none where the handout fixes the convention.
  package let conventionCredit: [String: Ratio]

  package init(
    id: String, title: String, outputs: [Output], checks: [Check],
    conventionCredit: [String: Ratio] = [:]
  ) {
    self.id = id
    self.title = title
    self.outputs = outputs
    self.checks = checks
    self.conventionCredit = conventionCredit
  }

  /// The points of all outputs.
  package var points: Ratio { outputs.map(\.points).sum() }
}

/// One named output and what it is worth.
package struct Output: Sendable, Hashable {
  package let name: String
  package let points: Ratio

  package init(_ name: String, points: Ratio) {
    self.name = name
    self.points = points
  }
}
