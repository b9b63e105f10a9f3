import Tensors

/// How much several counts vary together, beside how much chance lets them.
///
/// Each count K of a group is Binomial(n, p), all of them independent. With `z = (K − np)/√(np(1 − p))`
/// the statistic is `S = Σ z²` over m groups; `S/m` is 1 on average, more where counts vary too much,
/// and less where they are too even. Its tails are bounded as Chernoff does it, for any t > 0 at all:
///
///     P(S ≥ s) ≤ exp(Λ(t) − t·s)      P(S ≤ s) ≤ exp(Λ(−t) + t·s)      Λ(t) = Σ log E exp(t·z²)
///
/// The expectations are sums over all of 0...n, so that the bound holds for small and uneven groups
/// too, where rules of thumb such as `0.5 ≤ S/m ≤ 2` fail. For normal counts `t = ½·(1 − m/s)` would be
/// the best; as far out these are not normal, smaller ones are tried as well.
package struct BinomialSpread: Hashable, Sendable {
  /// `S/m`: how much the counts vary, as a multiple of what chance makes of them; 1 for no counts.
  package let ratio: Double
  /// The most that the probability can be of counts at least as far from 1, on the same side.
  package let tail: Double

  /// One count and the group that it was taken of.
  package struct Count: Hashable, Sendable {
    /// How many were chosen.
    package let chosen: Int
    /// How many there were to choose from.
    package let trials: Int
    /// How probable it is for each to be chosen.
    package let probability: Double

    /// `chosen` of `trials`, each with the given probability.
    package init(_ chosen: Int, of trials: Int, probability: Double) {
      self.chosen = chosen
      self.trials = trials
      self.probability = probability
    }
  }

  /// Measures the counts of independent groups.
  ///
  /// Stops unless each `probability` lies between 0 and 1 and each count in 0...`trials`; counts that
  /// are certain do not vary.
  package init(of counts: [Count]) {
    let sum = counts.map { $0.group.squaredScore($0.chosen) }.reduce(0, +)
    let size = Double(counts.count)
    ratio = counts.isEmpty ? 1 : sum / size
    // At 0 the best t is −∞, which leaves the most even counts alone.
    let best = (1 - 1 / max(ratio, 1e-9)) / 2
    let groups = Dictionary(grouping: counts, by: \.group)
    let bounds = [best, 0.75 * best, 0.5 * best].map { t in
      // Sorted, since the last bit of a sum depends on its order.
      groups.map { Double($1.count) * $0.logMoment(t) }.sorted().reduce(-t * sum, +)
    }
    tail = Platform.exp(min(0, bounds.min() ?? 0))
  }

  /// Whether chance varies so much, or so little: wrongly denied with probability at most `alpha`.
  package func isChance(alpha: Double = 1e-9) -> Bool { tail > alpha / 2 }
}

extension BinomialSpread.Count {
  fileprivate var group: BinomialGroup {
    guard trials > 0, probability > 0, probability < 1, 0...trials ~= chosen else {
      stop("BinomialSpread: no spread for \(chosen) of n = \(trials), p = \(probability)")
    }
    return BinomialGroup(n: trials, p: probability)
  }
}

/// Binomial(n, p), and the square of its score z.
private struct BinomialGroup: Hashable {
  let n: Int
  let p: Double

  /// z² of a count.
  func squaredScore(_ k: Int) -> Double {
    let distance = Double(k) - Double(n) * p
    return distance * distance / (Double(n) * p * (1 - p))
  }

  /// `log E exp(t·z²)`.
  func logMoment(_ t: Double) -> Double {
    // log P(K = k) from that of k − 1.
    var logMass = Double(n) * Platform.log(1 - p)
    let logOdds = Platform.log(p) - Platform.log(1 - p)
    var exponents: [Double] = []
    for k in 0...n {
      if k > 0 { logMass += Platform.log(Double(n - k + 1) / Double(k)) + logOdds }
      exponents.append(logMass + t * squaredScore(k))
    }
    // The largest is taken out first: some alone are beyond what a Double holds.
    let largest = exponents.max() ?? 0
    return largest + Platform.log(exponents.map { Platform.exp($0 - largest) }.reduce(0, +))
  }
}
