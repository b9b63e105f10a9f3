import Coursework

/// SGD, RMSProp and Adam, one step of each: the contract of the assignment `optimizers`.
///
/// All three move weights against their gradient, and differ in how far. SGD takes the gradient as
/// it is; RMSProp divides it by the size that it usually has; Adam also replaces it by an average of
/// the last gradients.
///
/// The methods return the new values; they change nothing in place and remember nothing between
/// calls. Squares, roots and quotients are taken entry by entry.
public protocol Optimizers: Contract {
  /// One step of plain gradient descent.
  ///
  /// ```
  /// w' = w − η·gradW
  /// ```
  ///
  /// - Parameters:
  ///   - w: Weights, (D, M).
  ///   - gradW: The gradient of w, (D, M).
  ///   - learningRate: η, above 0.
  /// - Returns: The new w, (D, M).
  /// - Throws: `NotImplemented` until it is written.
  func sgdUpdate(w: Tensor, gradW: Tensor, learningRate: Double) throws -> Tensor

  /// One step of RMSProp.
  ///
  /// ```
  /// c' = ρ·c + (1 − ρ)·gradW²        w' = w − η·gradW / (√c' + ε)
  /// ```
  ///
  /// - Parameters:
  ///   - w: Weights, (D, M).
  ///   - gradW: The gradient of w, (D, M).
  ///   - cache: c, the moving average of squared gradients, (D, M); zeros before the first step.
  ///   - learningRate: η, above 0.
  ///   - decayRate: ρ, at least 0 and below 1.
  ///   - epsilon: ε, above 0, outside the root.
  /// - Returns: The new w, (D, M); the new c, (D, M).
  /// - Throws: `NotImplemented` until it is written.
  func rmsPropUpdate(
    w: Tensor, gradW: Tensor, cache: Tensor, learningRate: Double, decayRate: Double,
    epsilon: Double
  ) throws -> (w: Tensor, cache: Tensor)

  /// One step of Adam, with bias correction.
  ///
  /// ```
  /// t' = t + 1
  /// m' = β₁·m + (1 − β₁)·gradW        m̂ = m' / (1 − β₁ᵗ')
  /// v' = β₂·v + (1 − β₂)·gradW²       v̂ = v' / (1 − β₂ᵗ')        w' = w − η·m̂ / (√v̂ + ε)
  /// ```
  ///
  /// - Parameters:
  ///   - w: Weights, (D, M).
  ///   - gradW: The gradient of w, (D, M).
  ///   - m: The moving average of gradients, (D, M); zeros before the first step.
  ///   - v: The moving average of squared gradients, (D, M); zeros before the first step.
  ///   - t: How many steps were taken before this one.
  ///   - learningRate: η, above 0.
  ///   - beta1: β₁, at least 0 and below 1.
  ///   - beta2: β₂, at least 0 and below 1.
  ///   - epsilon: ε, above 0, outside the root.
  /// - Returns: The new w, m and v, each (D, M), without bias correction in m and v; t + 1.
  /// - Throws: `NotImplemented` until it is written.
  func adamUpdate(
    w: Tensor, gradW: Tensor, m: Tensor, v: Tensor, t: Int, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> (w: Tensor, m: Tensor, v: Tensor, t: Int)
}

extension Optimizers {
  /// Answers a question by calling the method of its name.
  ///
  /// - Throws: `BadQuestion` for any other name, and what the method throws.
  public func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "sgdUpdate":
      let w = try sgdUpdate(
        w: question.tensor("w"), gradW: question.tensor("gradW"),
        learningRate: question.number("learningRate"))
      return ["w": .tensor(w)]
    case "rmsPropUpdate":
      let new = try rmsPropUpdate(
        w: question.tensor("w"), gradW: question.tensor("gradW"), cache: question.tensor("cache"),
        learningRate: question.number("learningRate"), decayRate: question.number("decayRate"),
        epsilon: question.number("epsilon"))
      return ["w": .tensor(new.w), "cache": .tensor(new.cache)]
    case "adamUpdate":
      let new = try adamUpdate(
        w: question.tensor("w"), gradW: question.tensor("gradW"), m: question.tensor("m"),
        v: question.tensor("v"), t: Int(question.number("t").rounded()),
        learningRate: question.number("learningRate"), beta1: question.number("beta1"),
        beta2: question.number("beta2"), epsilon: question.number("epsilon"))
      return [
        "w": .tensor(new.w), "m": .tensor(new.m), "v": .tensor(new.v), "t": .number(Double(new.t)),
      ]
    default:
      throw BadQuestion(name: question.name)
    }
  }
}
