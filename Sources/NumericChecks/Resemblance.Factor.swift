import Tensors

extension Resemblance {
  /// A number other than 1 that has a meaning.
  package enum Factor: Hashable, Sendable {
    /// 2.
    case two
    /// 1/2.
    case half
    /// 1/ln b, which a logarithm to the base b gives in place of the natural one.
    case logarithm(base: Int)
    /// The quantity of that name.
    case quantity(String)
    /// One over the quantity of that name.
    case inverse(String)
  }

  /// A sign and a factor that all pairs have in common.
  struct Scale {
    let isNegated: Bool
    /// Nil for 1.
    let factor: Factor?

    fileprivate init(isNegated: Bool, factor: Factor?) {
      self.isNegated = isNegated
      self.factor = factor
    }
  }
}

extension Resemblance.Scale {
  private typealias Candidate = (factor: Resemblance.Factor?, values: [Double])

  /// Finds what turns the right tensors into the given ones, or nil if nothing with a meaning does.
  ///
  /// Constants come first. A quantity counts only if it varies between the pairs, and only if no
  /// other quantity fits as well: where two are equal everywhere, neither is named.
  init?(of pairs: [TensorPair], quantities: [String: [Double]]) {
    var telling: [Int] = []
    var coefficients: [Double] = []
    for (index, pair) in pairs.enumerated() {
      guard let coefficient = Self.coefficient(of: pair) else { return nil }
      guard pair.isTelling else { continue }
      telling.append(index)
      coefficients.append(coefficient)
    }
    let constants = Self.constants.map { factor, value -> Candidate in
      (factor, telling.map { _ in value })
    }
    let named = quantities.flatMap { name, values in
      Self.candidates(name, telling.map { values[$0] })
    }
    let fits = named.compactMap { Self(coefficients, are: $0) }
    let constant = constants.lazy.compactMap { Self(coefficients, are: $0) }.first
    guard let scale = constant ?? (fits.count == 1 ? fits[0] : nil) else { return nil }
    self = scale
  }

  private static let constants: [(factor: Resemblance.Factor?, value: Double)] = [
    (nil, 1), (.two, 2), (.half, 0.5), (.logarithm(base: 2), 1 / Platform.log(2)),
    (.logarithm(base: 10), 1 / Platform.log(10)),
  ]

  /// Whether the coefficients are the candidate's values, or all of them minus those.
  private init?(_ coefficients: [Double], are candidate: Candidate) {
    let sign = zip(coefficients, candidate.values).allSatisfy { Self.isEqual($0, $1) } ? 1.0 : -1
    guard zip(coefficients, candidate.values).allSatisfy({ Self.isEqual($0, sign * $1) }) else {
      return nil
    }
    self.init(isNegated: sign < 0, factor: candidate.factor)
  }

  /// A quantity and its inverse, if it varies; a quantity that is ±1 throughout is its own inverse.
  private static func candidates(_ name: String, _ values: [Double]) -> [Candidate] {
    guard let first = values.first, values.contains(where: { !isEqual($0, first) }),
      values.allSatisfy({ $0.isFinite && $0 != 0 })
    else { return [] }
    let quantity: Candidate = (.quantity(name), values)
    if values.allSatisfy({ abs($0) == 1 }) { return [quantity] }
    return [quantity, (.inverse(name), values.map { 1 / $0 })]
  }

  private static func isEqual(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= Resemblance.match * abs(b)
  }

  /// c = ⟨got, right⟩ / ⟨right, right⟩ if got is c · right to round-off and c is not 0, else nil.
  ///
  /// Where the right tensor is 0 throughout, any number does if the given one is too.
  private static func coefficient(of pair: TensorPair) -> Double? {
    let largest = pair.right.scalars.reduce(0) { max($0, abs($1)) }
    guard pair.isTelling, largest > 0 else {
      return Comparison.separation(pair.got, pair.right) == 0 ? 1 : nil
    }
    // Scaled to 1, so that no square overflows or is lost.
    let right = pair.right / largest
    let coefficient = (pair.got * right).sum() / (right * right).sum()
    guard coefficient.isFinite, coefficient != 0,
      Comparison.separation(pair.got, coefficient * right) <= Resemblance.match
    else { return nil }
    return coefficient / largest
  }
}
