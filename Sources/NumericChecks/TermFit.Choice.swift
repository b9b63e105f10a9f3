import Tensors

extension TermFit {
  /// The coefficients that are considered, and what they come to in each sample.
  struct Choice {
    private let quantities: [String: [Double]]
    /// The products of one to three quantities, the fewest first, with their values.
    private let products: [(names: [String], values: [Double])]

    /// Farthest that a coefficient may lie from what it is taken for; the sum decides in the end.
    private static let match = 1e-7
    /// What is called a plain number: halves, thirds, and up to three decimals.
    private static let denominators = [1.0, 2, 3, 1000]
  }
}

extension TermFit.Choice {
  /// All products of the quantities, whose values are one for each of `count` samples.
  init(quantities: [String: [Double]], count: Int) {
    self.quantities = quantities
    let names = quantities.keys.sorted()
    var lists: [[String]] = [[]]
    var products: [(names: [String], values: [Double])] = []
    for _ in 1...3 {
      lists = lists.flatMap { list in
        names.filter { $0 >= list.last ?? $0 }.map { list + [$0] }
      }
      products += lists.map { ($0, Self.product($0, quantities, count)) }
    }
    self.products = products
  }

  private static func product(
    _ names: [String], _ quantities: [String: [Double]], _ count: Int
  ) -> [Double] {
    names.reduce(Array(repeating: 1, count: count)) { values, name in
      zip(values, quantities[name] ?? []).map(*)
    }
  }

  // MARK: - Sums

  /// The sum of a sample's terms with those coefficients; nil if a shape or a number is amiss.
  func sum(
    of coefficients: [TermFit.Coefficient], in sample: TermFit.Sample, at index: Int
  ) -> Tensor? {
    guard sample.terms.count == coefficients.count,
      sample.terms.allSatisfy({ $0.shape == sample.got.shape })
    else { return nil }
    var sum = Tensor.zeros(shape: sample.got.shape)
    for (coefficient, term) in zip(coefficients, sample.terms) {
      guard let value = value(of: coefficient, at: index) else { return nil }
      sum += value * term
    }
    return sum.scalars.allSatisfy(\.isFinite) ? sum : nil
  }

  private func value(of coefficient: TermFit.Coefficient, at index: Int) -> Double? {
    var value = coefficient.number
    for name in coefficient.quantities {
      guard let values = quantities[name] else { return nil }
      value *= values[index]
    }
    return value
  }

  // MARK: - What a series of values is

  /// The coefficient that takes these values, or nil if none with a meaning does.
  ///
  /// - Parameters:
  ///   - series: The values and the samples in which they were found, one at least.
  ///   - scale: The share of the whole that a coefficient of 1 stands for, which tells what is 0.
  ///   - right: The right coefficient, which wins over all others.
  ///   - isConstant: Whether nothing else than this constant, or the right coefficient, will do.
  /// - Returns: The right one, a constant, or a plain number times quantities.
  func coefficient(
    for series: [(sample: Int, value: Double)], scale: Double, right: TermFit.Coefficient,
    isConstant: Bool = false
  ) -> TermFit.Coefficient? {
    guard let first = series.first?.value, scale.isFinite, scale > 0 else { return nil }
    let isEqual = { (a: Double, b: Double) in
      abs(a - b) <= Self.match * max(abs(b), min(1, 1 / scale))
    }
    if series.allSatisfy({ at in
      value(of: right, at: at.sample).map { isEqual(at.value, $0) } ?? false
    }) {
      return right
    }
    if series.allSatisfy({ isEqual($0.value, first) }) {
      let isZero = isEqual(first, 0)
      return TermFit.Coefficient(isZero ? 0 : Self.plain(first) ?? first)
    }
    return isConstant ? nil : product(for: series, isEqual)
  }

  /// A plain number times the fewest quantities, if just one product of so many will do.
  private func product(
    for series: [(sample: Int, value: Double)], _ isEqual: (Double, Double) -> Bool
  ) -> TermFit.Coefficient? {
    let fits = products.compactMap { product -> TermFit.Coefficient? in
      guard let first = series.first, product.values[first.sample] != 0,
        let number = Self.plain(first.value / product.values[first.sample]),
        series.allSatisfy({ isEqual($0.value, number * product.values[$0.sample]) })
      else { return nil }
      return TermFit.Coefficient(number, quantities: product.names)
    }
    let fewest = fits.first.map { first in
      fits.filter { $0.quantities.count == first.quantities.count }
    }
    return fewest?.count == 1 ? fewest?.first : nil
  }

  /// The plain number other than 0 that this one is but for rounding, or nil.
  private static func plain(_ value: Double) -> Double? {
    let candidates = denominators.lazy.map { (value * $0).rounded() / $0 }
    return candidates.first { $0 != 0 && abs(value - $0) <= match * abs($0) }
  }
}
