import Tensors

/// What a local step can be computed with: a plain number, or an interval.
///
/// A step's formula is written once, and evaluated on `Double` for the true value and on
/// ``Interval`` for all that rounded earlier values allow.
package protocol StepNumber: Sendable {
  /// A number of the formula itself.
  init(constant value: Double)

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self

  /// The number times itself; on intervals narrower than the product of two.
  func squared() -> Self

  /// The activation of a weighted sum.
  func activated(by activation: Activation) -> Self

  /// The derivative of the activation by its weighted sum, from the activation's own value.
  func slope(of activation: Activation) -> Self
}

/// A function that a unit applies to its weighted sum.
package enum Activation: Sendable, Hashable, CaseIterable {
  /// `1/(1 + exp(−z))`.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// `max(0, z)`.
  case relu

  /// As formulas write it: `σ`.
  package var symbol: String {
    switch self {
    case .sigmoid: "σ"
    case .tanh: "tanh"
    case .relu: "relu"
    }
  }

  /// In a sentence: "the sigmoid".
  package var name: String {
    switch self {
    case .sigmoid: "the sigmoid"
    case .tanh: "tanh"
    case .relu: "the ReLU"
    }
  }

  /// Whether a number may be this function's value at some weighted sum.
  package func canYield(_ a: Double) -> Bool {
    switch self {
    case .sigmoid: a > 0 && a < 1
    case .tanh: a > -1 && a < 1
    case .relu: a >= 0 && a.isFinite
    }
  }
}

extension Double: StepNumber {
  /// The number itself.
  package init(constant value: Double) { self = value }

  /// The number times itself.
  package func squared() -> Double { self * self }

  /// The activation of a weighted sum.
  package func activated(by activation: Activation) -> Double {
    switch activation {
    case .sigmoid: Tensor(self).sigmoid().scalar
    case .tanh: Tensor(self).tanh().scalar
    case .relu: max(0, self)
    }
  }

  /// `a·(1 − a)`, `1 − a²`, or 1 above zero and 0 elsewhere.
  package func slope(of activation: Activation) -> Double {
    switch activation {
    case .sigmoid: self * (1 - self)
    case .tanh: 1 - self * self
    case .relu: self > 0 ? 1 : 0
    }
  }
}
