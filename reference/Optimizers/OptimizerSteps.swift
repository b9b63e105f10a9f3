import Coursework

/// What one step of plain gradient descent is computed from.
struct SGDStep: Sendable {
  let w, gradW: Tensor
  let rate: Double

  init(_ question: Question) throws {
    w = try question.tensor("w")
    gradW = try question.tensor("gradW")
    rate = try question.number("learningRate")
  }
}

/// What one step of RMSProp is computed from.
struct RMSPropStep: Sendable {
  let w, gradW, cache: Tensor
  let rate, decay, epsilon: Double

  init(_ question: Question) throws {
    w = try question.tensor("w")
    gradW = try question.tensor("gradW")
    cache = try question.tensor("cache")
    rate = try question.number("learningRate")
    decay = try question.number("decayRate")
    epsilon = try question.number("epsilon")
  }

  /// The right new cache.
  var newCache: Tensor { decay * cache + (1 - decay) * gradW.squared() }

  /// The weights after a step that is divided by `root`.
  func newW(over root: Tensor) -> Tensor { w - rate * gradW / root }

  /// A new cache and the step that follows from it rightly.
  func following(_ cache: Tensor) -> [String: Tensor] {
    ["w": newW(over: cache.sqrt() + epsilon), "cache": cache]
  }
}

/// What one step of Adam is computed from.
struct AdamStep: Sendable {
  let w, gradW, m, v: Tensor
  /// How many steps were taken before this one.
  let t: Int
  let rate, beta1, beta2, epsilon: Double

  init(_ question: Question) throws {
    w = try question.tensor("w")
    gradW = try question.tensor("gradW")
    m = try question.tensor("m")
    v = try question.tensor("v")
    t = Int(try question.number("t").rounded())
    rate = try question.number("learningRate")
    beta1 = try question.number("beta1")
    beta2 = try question.number("beta2")
    epsilon = try question.number("epsilon")
  }

  /// The right new averages.
  var newM: Tensor { beta1 * m + (1 - beta1) * gradW }
  var newV: Tensor { beta2 * v + (1 - beta2) * gradW.squared() }

  /// What the right averages are divided by after so many steps; by default, after this one.
  func correctionOfM(after steps: Int? = nil) -> Double { 1 - power(beta1, steps ?? t + 1) }
  func correctionOfV(after steps: Int? = nil) -> Double { 1 - power(beta2, steps ?? t + 1) }

  /// The right averages, corrected.
  var unbiasedM: Tensor { newM / correctionOfM() }
  var unbiasedV: Tensor { newV / correctionOfV() }

  /// The weights after a step from corrected averages.
  func newW(_ unbiasedM: Tensor, _ unbiasedV: Tensor) -> Tensor {
    w - rate * unbiasedM / (unbiasedV.sqrt() + epsilon)
  }

  /// New averages and the step that follows from them rightly.
  func following(m: Tensor, v: Tensor) -> [String: Tensor] {
    ["w": newW(m / correctionOfM(), v / correctionOfV()), "m": m, "v": v]
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }
}
