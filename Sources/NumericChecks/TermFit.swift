import Tensors

/// The sum that every given tensor is, of terms whose right coefficients are known.
///
/// For each sample k and its terms T,
///
///     got_k = Σⱼ c_jk · T_jk
///
/// where every coefficient c_j is one number for all samples, or one number times quantities that
/// vary from sample to sample (``Coefficient``). It covers whole families of mistakes, such as a
/// constant typed in place of a parameter. It is a statement of fact about the numbers, whatever
/// their cause, and it is made only if
///
/// - there are three samples or more whose right sums are all different and not zero throughout,
///   and they hold at least as many numbers more than coefficients as there are terms, and three
///   more,
/// - the terms are not nearly collinear, and no single number decides a coefficient by itself,
/// - every given tensor equals the sum so written to 1e-9 (as ``Comparison/separation(_:_:)``
///   measures it), which NaN and infinity never do,
/// - and in one sample at least the given tensor lies 1e-3 or more from the right sum.
package struct TermFit: Hashable, Sendable {
  /// One for each term, in the terms' order.
  package let coefficients: [Coefficient]

  /// A given tensor with the terms that it should be the sum of, all of its shape.
  package struct Sample: Sendable {
    /// What was given.
    package let got: Tensor
    /// What it should be the sum of, each times its coefficient.
    package let terms: [Tensor]

    /// The answer to one question beside the terms of the right one.
    package init(got: Tensor, terms: [Tensor]) {
      self.got = got
      self.terms = terms
    }
  }

  /// Finds the coefficients that all samples have in common, or nil if there are none.
  ///
  /// One constant for each term comes first. Else a coefficient is, by preference, the right one, a
  /// constant, or a plain number times the fewest quantities; where two of those fit equally well,
  /// nothing is said.
  ///
  /// - Parameters:
  ///   - samples: The given tensors with their terms, in the same order everywhere.
  ///   - quantities: The values of named quantities, one for each sample in the samples' order;
  ///     those with another count of values are passed over.
  ///   - right: The right coefficient of each term.
  package init?(
    in samples: [Sample], quantities: [String: [Double]] = [:], right: [Coefficient]
  ) {
    let quantities = quantities.filter { $0.value.count == samples.count }
    guard let search = Search(samples, quantities: quantities, right: right),
      let coefficients = search.constants ?? search.followers,
      search.isWrong(coefficients)
    else { return nil }
    self.coefficients = coefficients
  }
}

/// The samples with what is right of them, where they are evidence at all.
private struct Search {
  private let samples: [TermFit.Sample]
  private let right: [TermFit.Coefficient]
  private let expected: [Tensor]
  private let choice: TermFit.Choice

  /// How much of a number's own error may be hidden by the coefficients that it takes part in.
  private static let largestLeverage = 0.99

  init?(
    _ samples: [TermFit.Sample], quantities: [String: [Double]], right: [TermFit.Coefficient]
  ) {
    let choice = TermFit.Choice(quantities: quantities, count: samples.count)
    let expected = samples.indices.compactMap { choice.sum(of: right, in: samples[$0], at: $0) }
    guard expected.count == samples.count, !right.isEmpty,
      samples.allSatisfy({ $0.got.scalars.allSatisfy(\.isFinite) })
    else { return nil }
    let telling = Set(expected.filter { $0.scalars.contains { $0 != 0 } })
    guard telling.count >= Resemblance.fewestPairs,
      telling.map(\.count).reduce(0, +) >= 2 * right.count + 3
    else { return nil }
    self.samples = samples
    self.right = right
    self.expected = expected
    self.choice = choice
  }

  /// One number for each term, from all samples together.
  var constants: [TermFit.Coefficient]? {
    let columns = right.indices.map { j in samples.flatMap { $0.terms[j].scalars } }
    guard let fit = LeastSquares(columns, samples.flatMap(\.got.scalars)),
      fit.largestLeverage <= Self.largestLeverage
    else { return nil }
    let found = fit.solution.indices.map { j in
      choice.coefficient(
        for: samples.indices.map { ($0, fit.solution[j]) }, scale: scale(of: j), right: right[j],
        isConstant: true)
    }
    return verified(found)
  }

  /// A law for each term, from what each sample says by itself.
  var followers: [TermFit.Coefficient]? {
    var series = right.map { _ in [(sample: Int, value: Double)]() }
    for (k, sample) in samples.enumerated() {
      // A term that is zero throughout has no coefficient here.
      let present = right.indices.filter { sample.terms[$0].scalars.contains { $0 != 0 } }
      let columns = present.map { sample.terms[$0].scalars }
      guard let fit = LeastSquares(columns, sample.got.scalars) else { continue }
      for (j, value) in zip(present, fit.solution) { series[j].append((k, value)) }
    }
    let found = right.indices.map { j in
      series[j].count < Resemblance.fewestPairs
        ? nil : choice.coefficient(for: series[j], scale: scale(of: j), right: right[j])
    }
    return verified(found)
  }

  /// What a coefficient of 1 would add to the given tensors, as a share of their size.
  private func scale(of term: Int) -> Double {
    let size = { (tensors: [Tensor]) in
      tensors.flatMap(\.scalars).reduce(0) { max($0, abs($1)) }
    }
    return size(samples.map { $0.terms[term] }) / size(samples.map(\.got))
  }

  /// The coefficients, if every given tensor is the sum that they make.
  private func verified(_ found: [TermFit.Coefficient?]) -> [TermFit.Coefficient]? {
    let coefficients = found.compactMap { $0 }
    guard coefficients.count == right.count, coefficients.contains(where: { $0.number != 0 })
    else { return nil }
    let isExact = samples.indices.allSatisfy { k in
      guard let sum = choice.sum(of: coefficients, in: samples[k], at: k) else { return false }
      return Comparison.separation(samples[k].got, sum) <= Resemblance.match
    }
    return isExact ? coefficients : nil
  }

  /// Whether a coefficient is not the right one, and the given tensors show it.
  func isWrong(_ coefficients: [TermFit.Coefficient]) -> Bool {
    coefficients != right
      && zip(samples, expected).contains {
        Comparison.separation($0.got, $1) >= Resemblance.separation
      }
  }
}
