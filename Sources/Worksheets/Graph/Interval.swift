/// All numbers between two bounds, with arithmetic that never loses one.
///
/// Every operation rounds its bounds outward, so that the result holds each value that the operation
/// has on numbers of its operands. Nothing known is the interval from minus to plus infinity.
package struct Interval: Sendable, Hashable {
  /// The least number.
  package let lower: Double
  /// The greatest number.
  package let upper: Double

  /// All numbers between the two; everything where one of them is no number.
  package init(_ lower: Double, _ upper: Double) {
    guard lower <= upper else {
      (self.lower, self.upper) = (-.infinity, .infinity)
      return
    }
    (self.lower, self.upper) = (lower, upper)
  }

  /// What somebody may have meant who typed that number: half a unit of its last digit either way.
  package init(_ typed: TypedNumber) {
    let half = typed.unit / 2
    self.init((typed.value - half).nextDown, (typed.value + half).nextUp)
  }

  /// Every number.
  package static let everything = Interval(-.infinity, .infinity)

  /// Whether a number lies within.
  package func contains(_ number: Double) -> Bool { lower <= number && number <= upper }

  /// The number within that is nearest to the given one.
  package func nearest(to number: Double) -> Double { min(max(number, lower), upper) }

  /// The middle; 0 of everything.
  package var middle: Double {
    lower.isFinite && upper.isFinite ? lower / 2 + upper / 2 : 0
  }
}

extension Interval: StepNumber {
  /// That number alone.
  package init(constant value: Double) { self.init(value, value) }

  /// Adds every number to every other.
  package static func + (a: Interval, b: Interval) -> Interval {
    Interval(outward: a.lower + b.lower, a.upper + b.upper)
  }

  /// Subtracts every number from every other.
  package static func - (a: Interval, b: Interval) -> Interval {
    Interval(outward: a.lower - b.upper, a.upper - b.lower)
  }

  /// Multiplies every number with every other.
  package static func * (a: Interval, b: Interval) -> Interval {
    let products = [a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper]
    return Interval(hull: products)
  }

  /// Divides every number by every other; everything where one of those may be 0.
  package static func / (a: Interval, b: Interval) -> Interval {
    guard b.lower > 0 || b.upper < 0 else { return .everything }
    let quotients = [a.lower / b.lower, a.lower / b.upper, a.upper / b.lower, a.upper / b.upper]
    return Interval(hull: quotients)
  }

  /// Never below 0.
  package func squared() -> Interval {
    let squares = [lower * lower, upper * upper]
    guard !contains(0) else { return Interval(0, (squares.max() ?? 0).nextUp) }
    return Interval(hull: squares)
  }

  /// All activations grow with their weighted sum, so the bounds are those of the bounds.
  package func activated(by activation: Activation) -> Interval {
    let (low, high) = (lower.activated(by: activation), upper.activated(by: activation))
    // The C library's exp may be off by an ulp or two; a maximum is exact.
    return activation == .relu ? Interval(low, high) : Interval(low.lowered, high.raised)
  }

  /// All slopes of the activation whose values these are.
  package func slope(of activation: Activation) -> Interval {
    switch activation {
    case .sigmoid:
      // a·(1 − a) rises up to a half and falls from there.
      let ends = [lower, upper].map { (end: Double) -> Interval in
        Interval(constant: end) * (Interval(constant: 1) - Interval(constant: end))
      }
      let low = ends.map(\.lower).min() ?? 0
      let high = contains(0.5) ? 0.25 : ends.map(\.upper).max() ?? 0
      return Interval(low, high)
    case .tanh: return Interval(constant: 1) - squared()
    case .relu: return Interval(lower > 0 ? 1 : 0, upper > 0 ? 1 : 0)
    }
  }

  private init(outward lower: Double, _ upper: Double) {
    self.init(lower.nextDown, upper.nextUp)
  }

  private init(hull ends: [Double]) {
    guard ends.allSatisfy({ !$0.isNaN }), let low = ends.min(), let high = ends.max() else {
      self = .everything
      return
    }
    self.init(outward: low, high)
  }
}

extension Double {
  /// A few ulps less, as many as a function of the C library may be off.
  fileprivate var lowered: Double { nextDown.nextDown.nextDown }

  /// A few ulps more.
  fileprivate var raised: Double { nextUp.nextUp.nextUp }
}
