/// What one part made of one right alternative.
package struct Trial: Sendable, Hashable {
  /// The alternative's identifier.
  package let alternative: String
  /// The part's identifier.
  package let part: String
  /// The outputs that did not pass, check by check; a false alarm, unless there are none.
  package let losses: [Loss]

  package init(alternative: String, part: String, losses: [Loss] = []) {
    self.alternative = alternative
    self.part = part
    self.losses = losses
  }

  /// Whether every output passed.
  package var isAccepted: Bool { losses.isEmpty }

  /// One output that a right answer lost.
  package struct Loss: Sendable, Hashable {
    package let check: String
    /// What the check found of the output.
    package let finding: OutputFinding

    package init(check: String, finding: OutputFinding) {
      self.check = check
      self.finding = finding
    }
  }
}
