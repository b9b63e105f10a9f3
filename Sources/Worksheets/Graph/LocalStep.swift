/// One step of a computation by hand: a quantity, and how it follows from others.
package struct LocalStep: Sendable, Hashable {
  /// What a step is, and with that, which numbers it can yield at all.
  package enum Kind: Sendable, Hashable {
    case sum
    case activation(Activation)
    case loss
    case delta
    case gradient
    case update
  }

  /// What it computes.
  package let quantity: Quantity
  /// What it is on the way through the network.
  package let kind: Kind
  /// How it follows from other quantities.
  package let formula: StepFormula
  /// The formula in words, without a full stop.
  package let words: String

  /// The quantities that it builds on.
  package var parents: [Quantity] { formula.parents }

  /// `δ1[2] = W2[2]·δ2·σ′(z1[2])`.
  package var equation: String { "\(quantity) = \(formula)" }

  /// Whether a number may be the result of such a step, so that others may be computed from it.
  ///
  /// An output of a sigmoid lies between 0 and 1. A zero where none belongs would turn all that
  /// follows into zeros, which show nothing.
  ///
  /// - Parameters:
  ///   - number: What somebody wrote down.
  ///   - truth: The right value.
  /// - Returns: Whether it is plausible.
  package func isPlausible(_ number: Double, insteadOf truth: Double) -> Bool {
    switch kind {
    case .activation(let activation): activation.canYield(number)
    case .loss: number >= 0
    case .delta, .gradient: number != 0 || truth == 0
    case .sum, .update: true
    }
  }
}
